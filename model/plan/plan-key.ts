import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import type { CellSpec } from "../specs/cell-spec.ts";
import type { KeyPlan, KeyRotationSchedulePlan } from "./key-plan.ts";

/** Shortest period at which KMS rotates a key by itself, in days. */
const shortestAutomaticRotationDays = 90;
/** On-demand rotations of one key in all its life; the quota cannot be raised. Source: KMS API, `RotateKeyOnDemand`. */
const mostOnDemandRotations = 25;

/** Names of what rotates a key on demand: the tenant's own, and the cell's that they are in. */
export type KeyRotationNames = Omit<KeyRotationSchedulePlan, "periodDays">;

export interface KeyPlanInputs {
  readonly aliasName: string;
  readonly rotation: KeyRotationNames;
  readonly cell: Pick<CellSpec, "cloudhsm_key_store_id">;
}

/**
 * The key that encrypts what a tenant stores, with what a person must know about it.
 *
 * A period that KMS does not rotate at by itself is kept to the day by a schedule that rotates on demand. Keys in a
 * CloudHSM key store have no rotation of either kind; a cell without such a store has been refused before
 * (`findPlanProblems`).
 */
export function planKey(
  resolved: ResolvedTenant,
  { aliasName, rotation, cell }: KeyPlanInputs,
): { key: KeyPlan; notices: readonly string[] } {
  const { encryption } = resolved.configuration.configuration.security;
  const { key_management: management, key_rotation_days: periodDays } = encryption;
  if (management === "cell_key") return { key: { kind: "cell" }, notices: [] };
  const key = {
    kind: "own" as const,
    aliasName,
    description: `Encrypts what tenant ${resolved.spec.id} stores`,
    deletionWindowDays: encryption.deletion_window_days,
    multiRegion: encryption.multi_region,
  };
  if (management === "cloudhsm") {
    const store = cell.cloudhsm_key_store_id === undefined ? {} : { customKeyStoreId: cell.cloudhsm_key_store_id };
    return { key: { ...key, ...store }, notices: [keyStoreNotice(periodDays, aliasName)] };
  }
  if (periodDays >= shortestAutomaticRotationDays) {
    return { key: { ...key, rotationPeriodDays: periodDays }, notices: [] };
  }
  return {
    key: { ...key, onDemandRotation: { ...rotation, periodDays } },
    notices: [onDemandNotice(periodDays, resolved.spec.created)],
  };
}

/** The schedule rotates once when it begins, and the quota counts that one. */
function onDemandNotice(days: number, created: string): string {
  const last = new Date(Date.parse(created) + mostOnDemandRotations * days * 86_400_000).toISOString().slice(0, 10);
  return (
    `The key is rotated every ${days} days by a schedule that rotates on demand, since KMS rotates by itself at ${shortestAutomaticRotationDays} to 2560 days only. ` +
    `A key has ${mostOnDemandRotations} rotations on demand in all its life: from ${last} on, counted from the tenant's first day, none is left and the rotation fails with an alarm. ` +
    "Give the tenant a new key before, or a period of 90 days or more."
  );
}

const keyStoreNotice = (days: number, aliasName: string): string =>
  `The key is to be rotated every ${days} days, and nothing does that: KMS rotates no key in a CloudHSM key store, neither by itself nor on demand. ` +
  `It is re-keyed by hand: a new key, and alias/${aliasName} set to it; what the old key encrypted stays with the old key until it is written again.`;
