import type { cellNames, tenantNames } from "../naming.ts";
import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import type { TierSpec } from "../specs/tier-spec.ts";
import type { CellBackupPlan, OwnBackupPlan, PoolBackupPlan, TenantBackupPlan } from "./backup-plan.ts";
import { backupRules, monthlyRestoreTest, vaultLock } from "./backup-rules.ts";
import type { CellReference } from "./cell-plan.ts";

export interface TenantBackupInputs {
  readonly cell: CellReference;
  readonly names: ReturnType<typeof tenantNames>;
  /** The cell's role of AWS Backup. */
  readonly roleName: string;
}

/**
 * How a tenant's data is backed up: by the cell's plan and its tags (`shared`), by the cell's plan and a selection of
 * its own (`schema`), or into a vault of its own (`database` and `cluster`), copied where the tier has `cross_region`.
 */
export function planTenantBackup(
  { spec, configuration: tier }: ResolvedTenant,
  { cell, names, roleName }: TenantBackupInputs,
): TenantBackupPlan {
  if (!tier.infrastructure.storage.backup_enabled) return { kind: "off" };
  switch (spec.placement.isolation) {
    case "shared":
      return { kind: "cell" };
    case "schema":
      return { kind: "selection", roleName, tier: tier.tier, selectionName: names.namespace };
    case "database":
    case "cluster":
      return planOwnBackup(tier, { cell, names, roleName });
  }
}

function planOwnBackup(tier: TierSpec, { cell, names, roleName }: TenantBackupInputs): OwnBackupPlan {
  const rules = rulesOf(tier);
  const { storage, recovery } = tier.infrastructure;
  return {
    kind: "own",
    roleName,
    vaultName: names.backupVault,
    rules,
    // What nobody may delete in the bucket, nobody may delete in its backups either.
    lock: vaultLock(rules, storage.object_lock?.mode === "compliance" ? "compliance" : "governance"),
    restoreTest: monthlyRestoreTest(names.restoreTest),
    ...(recovery.cross_region ? { recoveryRegion: cell.recoveryRegion } : {}),
  };
}

/** Pool tiers are not copied: what crosses Regions is sold with a vault of one's own. */
function rulesOf(tier: TierSpec, { crossRegion = tier.infrastructure.recovery.cross_region } = {}) {
  return backupRules({
    rpoMinutes: tier.infrastructure.recovery.rpo_minutes,
    keepDays: tier.configuration.compliance.retention_days.backups,
    crossRegion,
  });
}

/**
 * How a cell backs up what tenants of its pool share. A lock of the pool is never one that cannot be taken off: one
 * tenant's framework must not bind the others.
 *
 * @param poolTiers tiers that share the cell's server; empty in a cell of one tenant.
 */
export function planCellBackup(poolTiers: readonly TierSpec[], names: ReturnType<typeof cellNames>): CellBackupPlan {
  const backedUp = poolTiers.filter((tier) => tier.infrastructure.storage.backup_enabled);
  const strictest = backedUp.toSorted(
    (one, other) => one.infrastructure.recovery.rpo_minutes - other.infrastructure.recovery.rpo_minutes,
  )[0];
  if (strictest === undefined) return { roleName: names.backupRole };
  const plans = backedUp.map((tier) => [tier.tier, planPool(tier, names)] as const);
  return {
    roleName: names.backupRole,
    vault: {
      vaultName: names.backupVault,
      lock: vaultLock(
        plans.flatMap(([, { rules }]) => rules),
        "governance",
      ),
      plans: Object.fromEntries(plans),
      databaseTier: strictest.tier,
      restoreTest: monthlyRestoreTest(names.restoreTest),
    },
  };
}

const planPool = (tier: TierSpec, names: ReturnType<typeof cellNames>): PoolBackupPlan => ({
  planName: names.backupPlan(tier.tier),
  rules: rulesOf(tier, { crossRegion: false }),
  selectsByTag: tier.infrastructure.isolation === "shared",
});
