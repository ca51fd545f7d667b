import type * as pulumi from "@pulumi/pulumi";
import { TenantCompute } from "../compute/tenant-compute.ts";
import type { TenantPlace } from "./place.ts";

/** The tenant's namespace and workload in its cell; pods start once their configuration is published. */
export function declareCompute(
  { name, plan, cell, opts }: TenantPlace,
  workloadRoleArn: pulumi.Input<string>,
  configurationPublished: pulumi.Resource,
): void {
  new TenantCompute(`${name}-compute-${plan.cell.id}`, { plan, cell, workloadRoleArn, configurationPublished }, opts);
}
