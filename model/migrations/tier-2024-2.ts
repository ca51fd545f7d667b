import { isMap } from "../resolve/leaves.ts";
import type { Move } from "./move.ts";

/** Features that templates of 2024.2 know; one that is neither enabled nor available is off. */
const features = ["sso", "api_access", "sdk_support", "advanced_ai", "custom_integrations"];

const gone = (value: unknown) => (value === true ? true : undefined);

const percentOfShare = (value: unknown) =>
  typeof value === "number" && value <= 1 ? Math.round(value * 100) : undefined;

/** `1m` or `1h` in minutes. */
function minutes(value: unknown): number | undefined {
  const [, amount, unit] = /^(\d+)([mh])$/.exec(String(value)) ?? [];
  return amount === undefined ? undefined : Number(amount) * (unit === "h" ? 60 : 1);
}

/** `2.1.0` is version 2: only the first part ever changed what a tier sells. */
function majorVersion(value: unknown): number | undefined {
  const [, major] = /^(\d+)\.\d+\.\d+$/.exec(String(value)) ?? [];
  return major === undefined ? undefined : Number(major);
}

/** Standard KMS keys are kept in hardware security modules already, so `hsm` is a key of the tenant's own. */
const keyManagement = (value: unknown) => (value === "hsm" ? "tenant_key" : value);

function featureStates(value: unknown): unknown {
  const listed = (key: string) => (isMap(value) && Array.isArray(value[key]) ? (value[key] as unknown[]) : undefined);
  const enabled = listed("enabled");
  if (!enabled) {
    return undefined;
  }
  const available = listed("available") ?? [];
  const names = new Set([...features, ...[...enabled, ...available].map(String)]);
  const state = (name: string) => (enabled.includes(name) ? "on" : available.includes(name) ? "available" : "off");
  return Object.fromEntries([...names].map((name) => [name, state(name)]));
}

const scaling = "infrastructure.auto_scaling";

/**
 * From the first shape of templates (`schema_version: "2024.2"`, as in `professional_init.json`) to the current one.
 *
 * Units went into the names, shares became percent, lists of features became a map, and what is not a switch
 * (encryption at rest and in transit) went away: `false` there stays, and is refused.
 */
export const tierMoves2024_2: readonly Move[] = [
  { from: "_metadata.schema_version", to: "_metadata.schema_version", convert: () => 1 },
  { from: "_metadata.template_version", to: "_metadata.template_version", convert: majorVersion },
  { from: "_metadata.created_at", to: "lifecycle.created_at" },
  { from: "configuration.features", to: "configuration.features", convert: featureStates },
  {
    from: "configuration.security.encryption.key_management",
    to: "configuration.security.encryption.key_management",
    convert: keyManagement,
  },
  { from: "configuration.security.encryption.at_rest", convert: gone },
  { from: "configuration.security.encryption.in_transit", convert: gone },
  { from: "configuration.compliance.data_residency", to: "data_residency_region" },
  { from: "infrastructure.isolation_level", to: "infrastructure.isolation" },
  { from: `${scaling}.target_utilization`, to: `${scaling}.target_utilization_percent` },
  { from: `${scaling}.scale_up_cooldown`, to: `${scaling}.scale_up_cooldown_seconds` },
  { from: `${scaling}.scale_down_cooldown`, to: `${scaling}.scale_down_cooldown_seconds` },
  { from: `${scaling}.scale_up_threshold`, to: `${scaling}.scale_up_threshold_percent`, convert: percentOfShare },
  { from: `${scaling}.scale_down_threshold`, to: `${scaling}.scale_down_threshold_percent`, convert: percentOfShare },
  { from: "infrastructure.storage.encryption_enabled", convert: gone },
  { from: "monitoring.metrics.granularity", to: "monitoring.metrics.granularity_minutes", convert: minutes },
  { from: "billing.trial_expires_at", to: "lifecycle.trial_expires_at" },
  { from: "billing.subscription_ends_at", to: "lifecycle.subscription_ends_at" },
];
