import type * as pulumi from "@pulumi/pulumi";
import { CellUsage } from "../billing/cell-usage.ts";
import type { CellPlace, CellResult } from "./place.ts";

/** Where the cell's tenants report what they used. */
export function declareCellBilling(
  { name, plan, retention, opts }: CellPlace,
  kmsKeyArn: pulumi.Output<string>,
  logBucketName: pulumi.Output<string>,
): Pick<CellResult, "usageBusName"> {
  const usage = new CellUsage(
    `${name}-usage`,
    { plan: plan.usage, cell: plan.cell, kmsKeyArn, logBucketName, retention },
    opts,
  );
  return { usageBusName: usage.busName };
}
