import type * as pulumi from "@pulumi/pulumi";
import { TenantModels } from "../ai/tenant-models.ts";
import type { WorkloadRole } from "../identity/workload-role.ts";
import type { TenantPlace } from "./place.ts";

/** The AI models that the tenant may call; nobody calls any while the tenant is suspended, since no pod runs. */
export function declareModels(
  { name, plan, cell, opts }: TenantPlace,
  role: WorkloadRole,
  kmsKeyArn: pulumi.Input<string>,
): TenantModels {
  return new TenantModels(
    `${name}-models`,
    {
      cell: plan.cell,
      plan: plan.ai,
      namespace: plan.compute.namespace,
      kmsKeyArn,
      shared: cell,
      ...(role.roleName === undefined ? {} : { roleName: role.roleName }),
    },
    opts,
  );
}
