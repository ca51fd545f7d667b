import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { readFrameworks } from "../../../catalog/frameworks/index.ts";
import type { BackupRulePlan } from "../../../model/plan/backup-plan.ts";
import { planTenant } from "../../../model/plan/plan-tenant.ts";
import type { TenantPlan } from "../../../model/plan/tenant-plan.ts";
import type { TierSpec } from "../../../model/specs/tier-spec.ts";
import { cellPlan } from "../../support/plans.ts";
import { application, cellNamed, fleet, resolve, tenantHead } from "../../support/tenant-sources.ts";

const placements = [
  ["free", "shared", "us-1"],
  ["professional", "schema", "us-1"],
  ["enterprise", "database", "us-1"],
  ["custom", "cluster", "umbra-1"],
] as const;
const frameworks = readFrameworks().map(({ id }) => id);

/** Configuration and plan; undefined where the tier does not sell what a framework needs. */
function planned([tier, isolation, cell]: (typeof placements)[number], more: string) {
  const resolution = resolve(tenantHead(tier, isolation, more).replace("cell: us-1", `cell: ${cell}`));
  if (resolution.kind === "refused") {
    for (const { code } of resolution.problems) equal(code, "TENANT_FRAMEWORK_NOT_SOLD");
    return undefined;
  }
  const plan = planTenant(resolution.resolved, cellNamed(cell), fleet, application, "active");
  return { plan, configuration: resolution.resolved.configuration };
}

/** Rules that take the tenant's data, its own or those of its pool. */
function rulesOf(tier: string, { backup, cell }: TenantPlan): readonly BackupRulePlan[] {
  switch (backup.kind) {
    case "off":
      return [];
    case "own":
      return backup.rules;
    case "cell":
    case "selection":
      return cellPlan(cell.id).backup.vault?.plans[tier]?.rules ?? [];
  }
}

const retained = ({ configuration }: TierSpec) => configuration.compliance.retention_days;

describe("what is retained", () => {
  it("R-CMP-2 is user data for 2,555 days, logs for 90 and backups for 365 where no framework demands more", () => {
    for (const placement of placements) {
      const { plan } = planned(placement, "") ?? {};
      ok(plan);
      equal(plan.bucket.deleteAfterDays, 2555);
      deepEqual([...new Set(plan.logGroups.map(({ retentionDays }) => retentionDays))], [90]);
      equal(Math.max(...rulesOf(placement[0], plan).map(({ keepDays }) => keepDays)), 365);
    }
  });

  it("R-CMP-2 is never shorter in bucket, logs and backups than the resolved configuration says", () => {
    let judged = 0;
    const chosen = fc.record({
      placement: fc.constantFrom(...placements),
      named: fc.subarray(frameworks),
      deleteAfterDays: fc.integer({ min: 1, max: 4000 }),
      logDays: fc.integer({ min: 1, max: 3653 }),
    });
    fc.assert(
      fc.property(chosen, ({ placement, named, deleteAfterDays, logDays }) => {
        const overrides = `  infrastructure.storage.lifecycle_policies.delete_after_days: ${deleteAfterDays}\n  monitoring.logging.retention_days: ${logDays}`;
        const made = planned(placement, `compliance: [${named.join(", ")}]\noverrides:\n${overrides}`);
        if (made === undefined) return;
        judged += 1;
        const { plan, configuration } = made;
        const { user_data, logs, backups } = retained(configuration);
        ok(plan.bucket.deleteAfterDays >= Math.max(user_data, deleteAfterDays));
        ok(plan.logGroups.length > 0);
        for (const { retentionDays } of plan.logGroups) ok(retentionDays >= Math.max(logs, logDays));
        ok(rulesOf(placement[0], plan).some(({ keepDays, continuous }) => !continuous && keepDays >= backups));
        if (plan.backup.kind === "own") ok(plan.backup.lock.maxRetentionDays >= backups);
      }),
      { numRuns: 200 },
    );
    ok(judged > 50, `${judged}`);
  });

  it("R-CMP-2 says where the bucket keeps longer than its lifecycle, and is silent where it does as told", () => {
    const noticeOf = (days: number) =>
      planned(
        placements[1],
        `overrides: { infrastructure.storage.lifecycle_policies.delete_after_days: ${days} }`,
      )?.plan.notices.filter((notice) => notice.startsWith("Objects are"));
    deepEqual(noticeOf(30), [
      "Objects are to be deleted after 30 days. User data is retained for 2555: they are deleted after those.",
    ]);
    deepEqual(noticeOf(2555), []);
    deepEqual(noticeOf(3000), []);
  });
});
