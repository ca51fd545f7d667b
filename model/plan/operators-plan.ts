import type { TopicPlan } from "./monitoring-plan.ts";

/** Support that looks into one tenant, for a while. */
export interface SupportAccessPlan {
  readonly roleName: string;
  /** Account in which the operators sign in. */
  readonly operatorAccountId: string;
  /** ISO 8601. */
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}

/** Emergency access to a cell: always there, and never unseen. */
export interface BreakGlassPlan {
  readonly roleName: string;
  readonly operatorAccountId: string;
  /** Who is told of each use. */
  readonly topic: TopicPlan;
  readonly filterName: string;
  readonly metricNamespace: string;
  readonly alarmName: string;
}
