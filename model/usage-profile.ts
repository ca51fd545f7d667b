import type { Isolation } from "./isolation.ts";

/** How much of what is sold is used: little, as usual, much. */
export const usageLevels = ["low", "typical", "high"] as const;
export type UsageLevel = (typeof usageLevels)[number];

/** A number for each level; none is less than the one before it. */
export type UsageBands = Readonly<Record<UsageLevel, number>>;

/** How much of an entitlement is used. */
export interface EntitlementUse {
  /** Share of what is sold, from 0 to 1, averaged over a month. */
  readonly ofSold: UsageBands;
  /** Amount, in the entitlement's own unit, where it is sold without limit: there is nothing to take a share of. */
  readonly whereUnlimited: UsageBands;
  readonly because: string;
}

/** Numbers that stand for themselves, with the reason for them. */
export interface AssumedBands {
  readonly bands: UsageBands;
  readonly because: string;
}

/** What tenants of one tier use of what they bought: an assumption, until it is measured. */
export interface UsageProfile {
  readonly tier: string;
  /** Of tiers that have no profile of their own, those with this isolation are taken to use as much. */
  readonly isolation: Isolation;
  readonly users: EntitlementUse;
  readonly storageGb: EntitlementUse;
  readonly aiSessionsPerMonth: EntitlementUse;
  readonly apiRequestsPerHour: EntitlementUse;
  /** Share of the cache's size that is full. */
  readonly cacheFull: AssumedBands;
  /** Where between their smallest and their largest number the pods, and nodes of its own, are on average: 0 to 1. */
  readonly scaledUp: AssumedBands;
  /** Series of metrics that the application sends of a tenant. */
  readonly metricSeries: AssumedBands;
}

/** A number that holds whatever the tier, with the reason for it. */
export interface Assumption {
  readonly amount: number;
  readonly because: string;
}

/** What one use of the product comes to, in what the cloud counts. */
export type UsageShape = Readonly<
  Record<
    | "kilobytesPerResponse"
    | "logBytesPerRequest"
    | "securityLogShare"
    | "storedLogShare"
    | "databaseShare"
    | "versionsShare"
    | "monthlyChangeShare"
    | "backupShare"
    | "readsPerRequest"
    | "writesPerRequest"
    | "databaseReadsPerRequest"
    | "cacheUnitsPerRequest"
    | "keyUsesPerRequest"
    | "inputTokensPerSession"
    | "outputTokensPerSession"
    | "tokensPerTextUnit"
    | "mailsPerUser"
    | "configurationPollsPerPod",
    Assumption
  >
>;

/** What a cell uses by itself, whoever its tenants are. */
export type CellUsageProfile = Readonly<
  Record<"flowLogsGb" | "clusterLogsGb" | "endpointDataGb" | "balancerUnits" | "trailEvents", AssumedBands>
>;
