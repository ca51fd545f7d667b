import type * as pulumi from "@pulumi/pulumi";
import { CellTrail } from "../audit/cell-trail.ts";
import type { CellPlace, CellResult } from "./place.ts";

/** Who did what in the cell's account. */
export function declareCellAudit(
  { name, plan, retention, opts }: CellPlace,
  kmsKeyArn: pulumi.Output<string>,
  logBucketName: pulumi.Output<string>,
): Pick<CellResult, "trailLogGroupName"> {
  const trail = new CellTrail(
    `${name}-trail`,
    { plan: plan.audit, cell: plan.cell, retention, kmsKeyArn, logBucketName },
    opts,
  );
  return { trailLogGroupName: trail.logGroupName };
}
