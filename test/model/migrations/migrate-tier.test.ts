import { deepEqual, equal } from "node:assert/strict";
import { migrateTier } from "../../../model/migrations/migrate-tier.ts";
import { checkTier } from "../../../model/resolve/check-tier.ts";
import { leavesOf, valueAt } from "../../../model/resolve/leaves.ts";
import { committed, located, summary, tierNamed } from "../../support/tenant-sources.ts";

const concept = committed("test/fixtures/professional_init.json");
const current = tierNamed("professional");

/** Checks the concept's file after `from` was replaced by `to` in its text. */
function problemsAfter(from: string, to: string) {
  const text = JSON.stringify(concept.value, undefined, 2).replace(from, to);
  const migration = migrateTier(located(text, "professional_init.json"), current.declared.value);
  if (migration.kind === "refused") {
    return [migration.problem];
  }
  const check = checkTier(migration.declared, "professional");
  return check.kind === "refused" ? check.problems : [];
}

describe("professional_init.json", () => {
  const migration = migrateTier(concept, current.declared.value);
  const declared = migration.kind === "current" ? migration.declared : undefined;
  const value = declared?.value;
  const at = (path: string) => valueAt(value, path.split("."));

  for (const [path, expected] of [
    ["_metadata.schema_version", 1],
    ["_metadata.template_version", 2],
    ["infrastructure.isolation", "schema"],
    ["infrastructure.auto_scaling.target_utilization_percent", 70],
    ["infrastructure.auto_scaling.scale_up_cooldown_seconds", 300],
    ["infrastructure.auto_scaling.scale_down_cooldown_seconds", 600],
    ["infrastructure.auto_scaling.scale_up_threshold_percent", 80],
    ["infrastructure.auto_scaling.scale_down_threshold_percent", 20],
    ["configuration.security.encryption.key_management", "tenant_key"],
    ["configuration.features.sso", "on"],
    ["configuration.features.advanced_ai", "available"],
    ["monitoring.metrics.granularity_minutes", 1],
    ["lifecycle.trial_expires_at", "{{ trial_expiry_date() }}"],
    ["data_residency_region", "{{ data_residency_region }}"],
  ] as const) {
    it(`R-TPL-6 ${path} becomes ${expected}`, () => equal(at(path), expected));
  }

  it("R-TPL-6 passes the current schema, and sells what professional.yaml sells", () => {
    equal(declared && checkTier(declared, "professional").kind, "read");
    deepEqual(
      leavesOf(at("configuration.limits")),
      leavesOf(valueAt(current.declared.value, ["configuration", "limits"])),
    );
  });

  it("R-TPL-6 takes from the tier of that name what the older shape did not have", () => {
    equal(at("sla.availability_percent"), 99.5);
    const alone = migrateTier(concept);
    const check = alone.kind === "current" && checkTier(alone.declared, "professional");
    equal(check && check.kind === "refused" && check.problems.some(({ path }) => path === "sla"), true);
  });

  it("R-TPL-6 a problem is shown where the older file has it", () => {
    const [problem] = problemsAfter('"target_utilization": 70', '"target_utilization": 170');
    const line =
      JSON.stringify(concept.value, undefined, 2)
        .split("\n")
        .findIndex((text) => text.includes('"target_utilization"')) + 1;
    equal(
      problem && summary(problem),
      `professional_init.json:${line}:29 TIER_VALUE_INVALID infrastructure.auto_scaling.target_utilization_percent`,
    );
    deepEqual(problemsAfter('"target_utilization": 70', '"target_utilization": 100'), []);
  });

  for (const [what, from, to, code] of [
    ["a newer schema", '"2024.2"', "2", "TIER_SCHEMA_NEWER"],
    ["a schema that nobody knows", '"2024.2"', '"2023.1"', "TIER_SCHEMA_UNKNOWN"],
    ["no encryption at rest", '"at_rest": true', '"at_rest": false', "TIER_KEY_UNKNOWN"],
    ["a key that no shape has", '"storage_gb": 100', '"storage_gb": 100, "seats": 3', "TIER_KEY_UNKNOWN"],
  ] as const) {
    it(`R-TPL-6 refuses ${what}`, () => {
      deepEqual(problemsAfter("", ""), []);
      deepEqual(
        problemsAfter(from, to).map((problem) => problem.code),
        [code],
      );
    });
  }

  it("R-TPL-6 leaves a tier of the current shape as it is", () => {
    const migrated = migrateTier(current.declared);
    deepEqual(migrated.kind === "current" && leavesOf(migrated.declared.value), leavesOf(current.declared.value));
  });
});
