import type { CostAttributionPlan } from "./cost-attribution-plan.ts";

/** An account that the fleet uses, in the Region where its provider works. */
export interface AccountPlace {
  readonly accountId: string;
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: string;
  readonly region: string;
}

/** An account, and the Regions of it in which detection is on: each has one detector, one hub, one recorder. */
export interface GuardedAccountPlan {
  readonly place: AccountPlace;
  readonly regions: readonly string[];
  readonly recorderRoleName: string;
  readonly forwarderRoleName: string;
}

/** What operates on the fleet, and watches over each of its accounts. */
export interface ControlPlanePlan {
  readonly place: AccountPlace;
  readonly key: {
    readonly aliasName: string;
    readonly rotationPeriodDays: number;
    readonly deletionWindowDays: number;
  };
  /** Signs what has to be believed for longer than a tenant lives, e.g. certificates of destruction. */
  readonly signingKey: {
    readonly aliasName: string;
    readonly keySpec: "ML_DSA_44" | "ML_DSA_65" | "ML_DSA_87";
    readonly deletionWindowDays: number;
  };
  readonly evidence: { readonly bucketName: string; readonly retentionDays: number };
  /** An organisation's, where one is named; otherwise the control plane's own account's. */
  readonly trail: { readonly trailName: string; readonly organizationId?: string };
  readonly recordsBucketName: string;
  /** Where the findings of all accounts come together. */
  readonly busName: string;
  readonly findingsRuleName: string;
  readonly analyzerName: string;
  /** Beginnings of the ARNs of Security Hub's standards, without Region. */
  readonly standards: readonly string[];
  /** Absent where the bills are somebody else's: they are the organisation's management account's. */
  readonly costs?: CostAttributionPlan;
  readonly guarded: readonly GuardedAccountPlan[];
  readonly tags: Readonly<Record<string, string>>;
  readonly phase: "active" | "releasing";
}
