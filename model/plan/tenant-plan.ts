import type { Isolation } from "../isolation.ts";
import type { Origin } from "../provenance.ts";
import type { Quantity } from "../quantity.ts";
import type { AiPlan } from "./ai-plan.ts";
import type { ApiPlan } from "./api-plan.ts";
import type { TenantBackupPlan } from "./backup-plan.ts";
import type { BucketPlan } from "./bucket-plan.ts";
import type { CachePlan } from "./cache-plan.ts";
import type { CellReference } from "./cell-plan.ts";
import type { ComputePlan } from "./compute-plan.ts";
import type { ConfigurationPlan } from "./configuration-plan.ts";
import type { ConnectionsPlan } from "./connections-plan.ts";
import type { CostsPlan } from "./costs-plan.ts";
import type { DataKeysPlan } from "./data-keys-plan.ts";
import type { PlacedDataPlan } from "./data-plan.ts";
import type { TenantEdgePlan } from "./edge-plan.ts";
import type { TenantUsersPlan } from "./identity-plan.ts";
import type { KeyPlan } from "./key-plan.ts";
import type { LogGroupPlan } from "./log-group-plan.ts";
import type { TenantMonitoringPlan } from "./monitoring-plan.ts";
import type { SupportAccessPlan } from "./operators-plan.ts";
import type { SecretsPlan } from "./secrets-plan.ts";
import type { TenantRecordsPlan } from "./threat-plan.ts";
import type { UsagePlan } from "./usage-plan.ts";

/** `active` serves, `suspended` keeps the data and refuses access, `releasing` lets off-boarding take protections off. */
export type Phase = "active" | "suspended" | "releasing";

/** Who the tenant is. */
export interface TenantIdentityPlan {
  readonly id: string;
  readonly uid: string;
  readonly name: string;
  readonly owner: string;
  readonly tier: string;
  readonly tierVersion: number;
  readonly isolation: Isolation;
  /** ISO 8601; the clock of the tier's template variables. */
  readonly createdAt: string;
  readonly compliance: readonly string[];
  /** Where customer content may be, e.g. `us`. */
  readonly residency: string;
}

/** What the tier grants this tenant, overrides and floors applied. */
export interface EntitlementsPlan {
  readonly users: Quantity;
  readonly storageGb: Quantity;
  readonly aiSessionsPerMonth: Quantity;
  readonly apiRequestsPerHour: Quantity;
  readonly customIntegrations: Quantity;
  readonly webhookEndpoints: Quantity;
  readonly supportLevel: string;
  readonly slaAvailabilityPercent: number;
}

/** How the tenant is configured, as its application reads it; in the shapes of the tier's template. */
export interface SettingsPlan {
  readonly industry?: string;
  /** Feature → whether it is on. */
  readonly features: Readonly<Record<string, boolean>>;
  readonly security: Readonly<Record<string, unknown>>;
  readonly ai: Readonly<Record<string, unknown>>;
  readonly support: Readonly<Record<string, unknown>>;
  /** What the application does at a limit. */
  readonly enforcement: {
    readonly hard_limits: boolean;
    readonly grace_period_hours: number;
    readonly upgrade_prompts: boolean;
  };
  readonly lifecycle: LifecyclePlan;
  readonly logging: Readonly<Record<string, unknown>>;
  readonly metrics: Readonly<Record<string, unknown>>;
  readonly usage: { readonly real_time: boolean; readonly detailed: boolean };
  readonly compliance: Readonly<Record<string, unknown>>;
  readonly integrations: Readonly<Record<string, unknown>>;
  readonly cache: Readonly<Record<string, unknown>>;
}

/** ISO 8601; a date that does not apply to the tenant is absent. */
export interface LifecyclePlan {
  readonly created_at: string;
  readonly trial_expires_at?: string;
  readonly subscription_ends_at?: string;
}

/** The IAM role that the tenant's workload takes on. */
export type WorkloadRolePlan =
  /** Pool tiers: the cell's role for the tier; the tenant's session tags narrow it to its own resources. */
  | { readonly kind: "cell"; readonly tier: string }
  /** From isolation `database` up: a role of the tenant's own. */
  | { readonly kind: "own"; readonly roleName: string };

/**
 * A tenant with every layer applied: plain data, and all that components need.
 *
 * Whatever decides which resources exist is in here; whatever only flows into a property may be a `pulumi.Input`.
 */
export interface TenantPlan {
  readonly tenant: TenantIdentityPlan;
  readonly phase: Phase;
  readonly cell: CellReference;
  readonly entitlements: EntitlementsPlan;
  /** Published to the application, and enforced by it. */
  readonly settings: SettingsPlan;
  readonly api: ApiPlan;
  readonly usage: UsagePlan;
  readonly costs: CostsPlan;
  /** The document that the application reads, and what it is held to. */
  readonly configuration: ConfigurationPlan;
  /** `own` key, or the cell's with the tenant in the encryption context. */
  readonly key: KeyPlan;
  /** How single fields are encrypted below the key; absent where the tier has no such thing. */
  readonly dataKeys?: DataKeysPlan;
  readonly bucket: BucketPlan;
  /** Where what it caches is, and as whom it gets there. */
  readonly cache: CachePlan;
  readonly backup: TenantBackupPlan;
  /** Absent where the partition has no edge. */
  readonly edge?: TenantEdgePlan;
  readonly data: PlacedDataPlan;
  readonly compute: ComputePlan;
  readonly workloadRole: WorkloadRolePlan;
  /** The secrets that its file names; their values are in no file, plan or state. */
  readonly secrets: SecretsPlan;
  /** Present while the tenant lets the operator's support in. */
  readonly supportAccess?: SupportAccessPlan;
  /** Products that it connects, and webhooks that its application sends. */
  readonly connections: ConnectionsPlan;
  /** Where its users are, and how they sign in. */
  readonly users: TenantUsersPlan;
  readonly logGroups: readonly LogGroupPlan[];
  /** How it sees what is done to what it owns. */
  readonly records: TenantRecordsPlan;
  /** Alarms, dashboard and topics of its own, or its cell's. */
  readonly monitoring: TenantMonitoringPlan;
  /** Which AI models it may call, and through what. */
  readonly ai: AiPlan;
  /** On every taggable resource: cost allocation, ownership, isolation. Never personal data. */
  readonly tags: Readonly<Record<string, string>>;
  /** Host name by which users reach the tenant. */
  readonly hostname: string;
  /** What a person must know and no resource enforces, e.g. a rotation period that the service cannot carry out. */
  readonly notices: readonly string[];
  /** Where each configuration value came from: path in the tier's template → its origin. */
  readonly origins: Readonly<Record<string, Origin>>;
}
