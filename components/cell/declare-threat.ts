import type * as pulumi from "@pulumi/pulumi";
import { CellFindings } from "../threat/cell-findings.ts";
import type { CellPlace, CellResult } from "./place.ts";

/** How findings of the cell's account reach the tenants that they concern. */
export function declareCellThreat(
  { name, plan, retention, opts }: CellPlace,
  kmsKeyArn: pulumi.Output<string>,
): Pick<CellResult, "findingsLogGroupName" | "securityBusName"> {
  const findings = new CellFindings(
    `${name}-findings`,
    { cell: plan.cell, plan: plan.threat, retention, kmsKeyArn },
    opts,
  );
  return { findingsLogGroupName: findings.logGroupName, securityBusName: findings.busName };
}
