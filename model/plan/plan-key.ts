import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import type { KeyPlan } from "./key-plan.ts";

/** Shortest period at which KMS rotates a key by itself, in days. */
const shortestAutomaticRotationDays = 90;

/**
 * The key that encrypts what a tenant stores, with what a person must know about it.
 *
 * `cloudhsm` has been refused before (`findPlanProblems`).
 */
export function planKey(resolved: ResolvedTenant, aliasName: string): { key: KeyPlan; notices: readonly string[] } {
  const { encryption } = resolved.configuration.configuration.security;
  if (encryption.key_management === "cell_key") {
    return { key: { kind: "cell" }, notices: [] };
  }
  const isAutomatic = encryption.key_rotation_days >= shortestAutomaticRotationDays;
  const key: KeyPlan = {
    kind: "own",
    aliasName,
    description: `Encrypts what tenant ${resolved.spec.id} stores`,
    ...(isAutomatic ? { rotationPeriodDays: encryption.key_rotation_days } : {}),
    deletionWindowDays: encryption.deletion_window_days,
    multiRegion: encryption.multi_region,
  };
  return { key, notices: isAutomatic ? [] : [rotationNotice(encryption.key_rotation_days)] };
}

const rotationNotice = (days: number) =>
  `The key is to be rotated every ${days} days. KMS rotates by itself at ${shortestAutomaticRotationDays} to 2560 days only, so the key has no automatic rotation; ` +
  "rotation on demand follows in a later version, and until then nothing rotates it.";
