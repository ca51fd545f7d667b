import { quantityOf } from "../quantity.ts";
import type { TierSpec } from "../specs/tier-spec.ts";
import type { AlarmContext } from "./alarm-context.ts";
import type { MetricAlarmPlan } from "./alarm-plan.ts";
import type { MetricContract } from "./metric-contract.ts";
import { usageAlarm } from "./plan-entitlement-alarms.ts";

type RateLimits = TierSpec["configuration"]["ai_configuration"]["rate_limits"];

/** One limit on calls of AI models: which metric says how much of it is used, and how it is read. */
export interface ModelLimitMetric {
  readonly limit: keyof RateLimits;
  readonly key: string;
  readonly label: string;
  readonly metric: string;
  readonly statistic: "Maximum" | "Sum";
  readonly periodSeconds: number;
}

/**
 * Bedrock has no quota of its own for a profile, so the application enforces these from its document, and an alarm tells
 * of a tenant that comes near.
 */
export const modelLimitMetrics: readonly ModelLimitMetric[] = [
  {
    limit: "requests_per_minute",
    key: "ai-requests",
    label: "AI requests a minute",
    metric: "ai_model_calls",
    statistic: "Sum",
    periodSeconds: 60,
  },
  {
    limit: "tokens_per_day",
    key: "ai-tokens",
    label: "AI tokens a day",
    metric: "ai_tokens",
    statistic: "Sum",
    periodSeconds: 86_400,
  },
  {
    limit: "concurrent_requests",
    key: "ai-concurrency",
    label: "AI requests at once",
    metric: "ai_concurrent_requests",
    statistic: "Maximum",
    periodSeconds: 60,
  },
];

const levels = [
  { percent: 80, severity: "low" },
  { percent: 100, severity: "medium" },
] as const;

/** An alarm at 80 and one at 100 % of each limit on calls of AI models; what is sold without limit has none. */
export function planModelLimitAlarms(
  context: AlarmContext,
  contract: MetricContract,
  rateLimits: RateLimits,
  tenant: string,
): readonly MetricAlarmPlan[] {
  return modelLimitMetrics.flatMap((row) => {
    const sold = quantityOf(rateLimits[row.limit]);
    if (sold.kind === "unlimited" || sold.amount === 0) return [];
    return levels.map((level) =>
      usageAlarm(context, contract, { ...row, factor: 1 }, { ...level, sold: sold.amount, tenant }),
    );
  });
}
