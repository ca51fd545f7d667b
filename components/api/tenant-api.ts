import { ApiKey } from "@pulumi/aws/apigateway/apiKey.js";
import { UsagePlanKey } from "@pulumi/aws/apigateway/usagePlanKey.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellOutputs } from "../../model/outputs.ts";
import type { ApiPlan } from "../../model/plan/api-plan.ts";
import { usagePlan } from "./usage-plan.ts";

export interface TenantApiArgs {
  readonly plan: ApiPlan;
  readonly cell: Pick<CellOutputs, "apiId" | "apiStageName" | "apiUsagePlanIds">;
  /** Off for a suspended tenant: its callers are refused, and its key stays the same. */
  readonly enabled: boolean;
}

/**
 * The key by which a tenant's callers are told apart and counted. API Gateway makes its value up; none is ever taken
 * from a file. It identifies, it does not authenticate. Costs nothing; a key that is gone has to be handed out anew.
 */
export class TenantApi extends pulumi.ComponentResource {
  constructor(name: string, args: TenantApiArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantApi", name, {}, opts);
    const { plan, enabled } = args;
    const parent = { parent: this };

    const key = new ApiKey(name, { name: plan.keyName, enabled }, parent);
    new UsagePlanKey(
      `${name}-plan-key`,
      { keyId: key.id, keyType: "API_KEY", usagePlanId: usagePlanIdOf(name, args, parent) },
      // The association answers with the key's value once more. A key cannot be in two plans of one stage, so it leaves
      // the old one first.
      { ...parent, additionalSecretOutputs: ["value"], deleteBeforeReplace: true },
    );
    this.registerOutputs({});
  }
}

/** @throws where the cell has no usage plan for the tier */
function usagePlanIdOf(
  name: string,
  { plan, cell }: TenantApiArgs,
  opts: pulumi.CustomResourceOptions,
): pulumi.Input<string> {
  if (plan.usagePlan.kind === "own") {
    const { planName } = plan.usagePlan;
    return usagePlan(
      `${name}-plan`,
      { planName, limits: plan.limits },
      { apiId: cell.apiId, stageName: cell.apiStageName },
      opts,
    ).id;
  }
  const { tier } = plan.usagePlan;
  const id = cell.apiUsagePlanIds[tier];
  if (id !== undefined) return id;
  throw new Error(
    `the cell has no usage plan for the tier ${tier}, only for ${Object.keys(cell.apiUsagePlanIds).join(", ")}; ` +
      "add the tier to the cell's file and bring the cell's stack up",
  );
}
