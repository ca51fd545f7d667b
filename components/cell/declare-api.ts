import * as pulumi from "@pulumi/pulumi";
import { CellApi } from "../api/cell-api.ts";
import type { CellPlace, CellResult } from "./place.ts";

/** The gateway of the cell's tenants, with the limits that its tiers sell. */
export function declareCellApi(
  { name, plan, retention, opts }: CellPlace,
  kmsKeyArn: pulumi.Output<string>,
): Pick<CellResult, "apiId" | "apiStageName" | "apiUsagePlanIds"> {
  const api = new CellApi(`${name}-api`, { plan: plan.api, cell: plan.cell, kmsKeyArn, retention }, opts);
  return {
    apiId: api.apiId,
    apiStageName: api.stageName,
    apiUsagePlanIds: pulumi.all(api.usagePlanIds) as pulumi.Output<Record<string, string>>,
  };
}
