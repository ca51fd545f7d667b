import type * as pulumi from "@pulumi/pulumi";
import { TenantCompute } from "../compute/tenant-compute.ts";
import type { TenantData } from "../database/tenant-data.ts";
import { configurationDocument } from "../tenant-configuration.ts";
import type { TenantPlace } from "./place.ts";

/** The tenant's namespace and workload in its cell. */
export function declareCompute(
  { name, plan, cell, opts }: TenantPlace,
  workloadRoleArn: pulumi.Input<string>,
  data: TenantData,
): void {
  new TenantCompute(
    `${name}-compute-${plan.cell.id}`,
    { plan, cell, workloadRoleArn, configuration: configurationDocument(plan, data) },
    opts,
  );
}
