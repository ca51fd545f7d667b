import type { Isolation } from "./isolation.ts";
import { entitlementMetrics } from "./plan/entitlement-metrics.ts";
import { contractOf, whyUnemitted } from "./plan/metric-contract.ts";
import { modelLimitMetrics } from "./plan/plan-model-limit-alarms.ts";
import type { ApplicationSpec } from "./specs/application-spec.ts";

const ownLevels = ["schema", "database", "cluster"] as const satisfies readonly Isolation[];

/** A metric that alarms look at, and where. */
interface AlarmedMetric {
  readonly name: string;
  readonly dimensions: readonly string[];
  readonly levels: readonly Isolation[];
}

/** Every metric of the application's that an alarm looks at: of a tenant with alarms of its own, and of the pool. */
const alarmedMetrics: readonly AlarmedMetric[] = [
  ...[
    ...entitlementMetrics.map(({ metric }) => metric),
    ...modelLimitMetrics.map(({ metric }) => metric),
    "ready",
    "api_errors",
    "api_latency_milliseconds",
    "active_users",
  ].map((name) => ({ name, dimensions: ["tenant"], levels: ownLevels })),
  ...[
    ...entitlementMetrics.map(({ percentMetric }) => percentMetric),
    "unready",
    "security_warnings",
    "audit_denials",
  ].map((name) => ({ name, dimensions: ["tenant", "isolation"], levels: ["shared"] as const })),
];

/** A metric that an alarm needs and nobody emits, and why. */
export interface UnemittedMetric {
  readonly name: string;
  readonly dimensions: readonly string[];
  readonly level: Isolation;
  readonly reason: string;
}

/** What alarms would look at in vain, if this were the application; empty where it measures all that they need. */
export function findUnemittedMetrics(application: ApplicationSpec): readonly UnemittedMetric[] {
  return alarmedMetrics.flatMap(({ name, dimensions, levels }) =>
    levels.flatMap((level) => {
      const reason = whyUnemitted(contractOf(application, level), name, dimensions);
      return reason === undefined ? [] : [{ name, dimensions, level, reason }];
    }),
  );
}
