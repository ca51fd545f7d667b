import { deepEqual, equal, match, ok } from "node:assert/strict";
import fc from "fast-check";
import type { OwnBackupPlan } from "../../../model/plan/backup-plan.ts";
import { backupRules, hoursBetweenBackups, startWindowMinutes, vaultLock } from "../../../model/plan/backup-rules.ts";
import { cellPlan, tenantPlan } from "../../support/plans.ts";

const own = (id: string) => {
  const { backup } = tenantPlan(id);
  if (backup.kind !== "own") throw new Error(`${id} has ${backup.kind}`);
  return backup satisfies OwnBackupPlan;
};
const inputs = fc.record({
  rpoMinutes: fc.integer({ min: 0, max: 20_000 }),
  keepDays: fc.integer({ min: 1, max: 3650 }),
  crossRegion: fc.boolean(),
});

describe("backup plans", () => {
  it("R-INF-6 gives each level what section 14 says: the cell's plan, a selection, a vault of its own", () => {
    deepEqual(
      ["blue-kite", "acme-corp", "northwind-freight", "umbra-health"].map((id) => tenantPlan(id).backup.kind),
      ["cell", "selection", "own", "own"],
    );
    deepEqual(tenantPlan("acme-corp").backup, {
      kind: "selection",
      roleName: "tenantry-sandbox-cell-us-1-backup",
      tier: "professional",
      selectionName: tenantPlan("acme-corp").compute.namespace,
    });
  });

  it("R-INF-6 restores any moment of 35 days, keeps a daily backup for a year, and copies every hour to the recovery Region", () => {
    const { rules, lock, recoveryRegion } = own("northwind-freight");
    deepEqual(
      rules.map(({ ruleName, keepDays, copied, schedule }) => `${ruleName} ${keepDays} ${copied} ${schedule}`),
      [
        "continuous 35 false cron(0 2 ? * * *)",
        "daily 365 true cron(0 4 ? * * *)",
        "copies 7 true cron(0 0/1 ? * * *)",
      ],
    );
    deepEqual(lock, { minRetentionDays: 7, maxRetentionDays: 365 });
    equal(recoveryRegion, "us-west-2");
  });

  it("R-INF-6 loses no more than the RPO between two backups, a late start included, where an hour allows it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (rpo) => {
        const hours = hoursBetweenBackups(rpo);
        equal(24 % hours, 0);
        if (rpo >= 120) ok(hours * 60 + startWindowMinutes <= rpo);
        else equal(hours, 1);
      }),
    );
  });

  it("R-INF-6 has continuous backup exactly where less than a day may be lost, and copies exactly where they are sold", () => {
    fc.assert(
      fc.property(inputs, (asked) => {
        const rules = backupRules(asked);
        equal(
          rules.some(({ continuous }) => continuous),
          asked.rpoMinutes < 1440,
        );
        equal(
          rules.some(({ copied }) => copied),
          asked.crossRegion,
        );
        equal(Math.max(...rules.map(({ keepDays }) => keepDays)), asked.keepDays);
        ok(rules.filter(({ continuous }) => continuous).every(({ keepDays }) => keepDays <= 35));
      }),
    );
  });

  it("R-INF-6 locks a vault so that every rule passes: a job outside the lock would fail", () => {
    fc.assert(
      fc.property(inputs, (asked) => {
        const rules = backupRules(asked);
        const lock = vaultLock(rules, "governance");
        ok(rules.every(({ keepDays }) => keepDays >= lock.minRetentionDays && keepDays <= lock.maxRetentionDays));
      }),
    );
    equal(vaultLock(backupRules({ rpoMinutes: 1, keepDays: 1, crossRegion: true }), "compliance").changeableForDays, 3);
  });

  it("R-INF-6 plans a pool's vault for its tiers, the shared server by the one that may lose least, and no vault in a silo", () => {
    const { vault } = cellPlan("us-1").backup;
    deepEqual(
      Object.entries(vault?.plans ?? {}).map(([tier, { selectsByTag, rules }]) => [tier, selectsByTag, rules.length]),
      [
        ["free", true, 1],
        ["professional", false, 2],
      ],
    );
    equal(vault?.databaseTier, "professional");
    equal(vault?.lock.changeableForDays, undefined);
    equal(cellPlan("umbra-1").backup.vault, undefined);
  });

  it("R-INF-6 says where the services reach less far than the RPO, and nothing where they do", () => {
    const notices = (id: string) => tenantPlan(id).notices.filter((notice) => /may be lost/.test(notice));
    deepEqual([notices("blue-kite"), notices("acme-corp")], [[], []]);
    match(notices("northwind-freight").join(), /^No more than 15 minutes .* a copy that is up to 120 minutes old/);
    equal(notices("umbra-health").length, 2);
    match(notices("umbra-health").join(), /No more than 1 minute .*last 5 minutes, and the bucket up to the last 15/);
  });
});
