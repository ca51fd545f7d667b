import type { TenantPlan } from "../../../model/plan/tenant-plan.ts";
import type { Quantity } from "../../../model/quantity.ts";
import type { EntitlementUse, UsageLevel, UsageProfile, UsageShape } from "../../../model/usage-profile.ts";
import { hoursPerMonth } from "../charges/charge.ts";

/** What a tenant uses in a month, in the words of its entitlements. */
export interface UsedAmounts {
  readonly users: number;
  readonly storageGb: number;
  readonly requests: number;
  readonly aiSessions: number;
  readonly aiTokens: { readonly input: number; readonly output: number };
  /** On average, below 1 where it is seldom full. */
  readonly cacheGb: number;
  /** Pods, on average. */
  readonly pods: number;
  /** Nodes beyond the smallest number, on average, of nodes of its own. */
  readonly furtherNodes: number;
  readonly metricSeries: number;
}

const daysPerMonth = hoursPerMonth / 24;

/** Never more than is sold; where no end is sold, the profile's own number. */
const amountOf = (sold: Quantity, use: EntitlementUse, level: UsageLevel): number =>
  sold.kind === "limited" ? sold.amount * use.ofSold[level] : use.whereUnlimited[level];

/** What the plan's tenant uses at this level, by its tier's profile. */
export function usedAmounts(
  { entitlements, settings, cache, compute }: TenantPlan,
  profile: UsageProfile,
  shape: UsageShape,
  level: UsageLevel,
): UsedAmounts {
  const aiSessions = amountOf(entitlements.aiSessionsPerMonth, profile.aiSessionsPerMonth, level);
  const scaled = profile.scaledUp.bands[level];
  const { replicas } = compute.workload;
  const mostPods = compute.scaling?.maxReplicas ?? replicas;
  const { minSize, maxSize } = compute.nodeGroup ?? { minSize: 0, maxSize: 0 };
  return {
    users: amountOf(entitlements.users, profile.users, level),
    storageGb: amountOf(entitlements.storageGb, profile.storageGb, level),
    requests: hoursPerMonth * amountOf(entitlements.apiRequestsPerHour, profile.apiRequestsPerHour, level),
    aiSessions,
    aiTokens: tokensOf(aiSessions, settings.ai, shape),
    cacheGb: cache.kind === "none" ? 0 : (cache.sizeMb / 1024) * profile.cacheFull.bands[level],
    pods: replicas + scaled * Math.max(0, mostPods - replicas),
    furtherNodes: scaled * (maxSize - minSize),
    metricSeries: profile.metricSeries.bands[level],
  };
}

/** Tokens of the sessions, within what the tier lets through in a day. */
function tokensOf(sessions: number, ai: Readonly<Record<string, unknown>>, shape: UsageShape): UsedAmounts["aiTokens"] {
  const input = sessions * shape.inputTokensPerSession.amount;
  const output = sessions * shape.outputTokensPerSession.amount;
  const { tokens_per_day: daily } = (ai["rate_limits"] ?? {}) as { readonly tokens_per_day?: unknown };
  const most = typeof daily === "number" ? daily * daysPerMonth : Number.POSITIVE_INFINITY;
  const letThrough = Math.min(1, most / Math.max(1, input + output));
  return { input: input * letThrough, output: output * letThrough };
}
