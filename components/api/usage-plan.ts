import { UsagePlan } from "@pulumi/aws/apigateway/usagePlan.js";
import type * as pulumi from "@pulumi/pulumi";
import type { ApiLimitsPlan, UsagePlanPlan } from "../../model/plan/api-plan.ts";

export interface ApiStage {
  readonly apiId: pulumi.Input<string>;
  readonly stageName: pulumi.Input<string>;
}

/** Limits for the keys that are put into it; each key is counted by itself. Best effort, says AWS. Costs nothing. */
export const usagePlan = (
  name: string,
  { planName, limits }: UsagePlanPlan,
  { apiId, stageName }: ApiStage,
  opts: pulumi.CustomResourceOptions,
): UsagePlan =>
  new UsagePlan(name, { name: planName, apiStages: [{ apiId, stage: stageName }], ...settingsOf(limits) }, opts);

function settingsOf(limits: ApiLimitsPlan) {
  if (limits.kind === "unlimited") return {};
  const { ratePerSecond, burst, requestsPerDay } = limits;
  return {
    throttleSettings: { rateLimit: ratePerSecond, burstLimit: burst },
    ...(requestsPerDay === undefined ? {} : { quotaSettings: { limit: requestsPerDay, period: "DAY" } }),
  };
}
