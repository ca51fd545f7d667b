import * as pulumi from "@pulumi/pulumi";
import { CellApi } from "../api/cell-api.ts";
import { GatewayFirewall } from "../threat/gateway-firewall.ts";
import type { CellPlace, CellResult } from "./place.ts";

/** The gateway of the cell's tenants, with the limits that its tiers sell. */
export function declareCellApi(
  { name, plan, retention, opts }: CellPlace,
  kmsKeyArn: pulumi.Output<string>,
): Pick<CellResult, "apiId" | "apiStageName" | "apiUsagePlanIds"> {
  const api = new CellApi(`${name}-api`, { plan: plan.api, cell: plan.cell, kmsKeyArn, retention }, opts);
  new GatewayFirewall(
    `${name}-firewall`,
    {
      ...plan.threat.firewall,
      ...rateOf(plan),
      logRetentionDays: plan.threat.logRetentionDays,
      stageArn: api.stageArn,
      kmsKeyArn,
      retention,
    },
    opts,
  );
  return {
    apiId: api.apiId,
    apiStageName: api.stageName,
    apiUsagePlanIds: pulumi.all(api.usagePlanIds) as pulumi.Output<Record<string, string>>,
  };
}

/** The fence of the tier that may ask most often; none where one of them is not limited. */
const rateOf = ({ edge }: CellPlace["plan"]) => (edge?.rate === undefined ? {} : { rate: edge.rate });
