import type * as pulumi from "@pulumi/pulumi";
import { TenantModels } from "../ai/tenant-models.ts";
import type { WorkloadRole } from "../identity/workload-role.ts";
import { TenantSecret } from "../secrets/tenant-secret.ts";
import type { TenantPlace } from "./place.ts";

/**
 * The AI models that the tenant may call, and the place of the API key of each that runs outside AWS.
 *
 * Nobody calls any while the tenant is suspended, since no pod runs.
 */
export function declareModels(
  { name, plan, cell, retention, opts }: TenantPlace,
  role: WorkloadRole,
  kmsKeyArn: pulumi.Input<string>,
): TenantModels {
  for (const { alias, vendor, secretName } of plan.ai.outsideModels) {
    new TenantSecret(
      `${name}-model-${alias}`,
      {
        secretName,
        description: `API key of ${vendor} for the AI model ${alias}`,
        namespace: plan.compute.namespace,
        kmsKeyArn,
        readerRoleArns: [role.arn],
        retention,
      },
      opts,
    );
  }
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
