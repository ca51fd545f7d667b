import { deepEqual, equal } from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TierSpec } from "../../model/specs/tier-spec.ts";
import { findTier } from "../../tiers/find-tier.ts";
import { ownTiersFolder, readTiers } from "../../tiers/index.ts";
import { located, summary, tierNamed, tiers } from "../support/tenant-sources.ts";

const names = ["free", "professional", "enterprise", "custom"];
const of = (value: (tier: TierSpec) => unknown) => names.map((name) => value(tierNamed(name).spec));

describe("the tiers on offer", () => {
  for (const [row, value, expected] of [
    ["R-TIER-1 users", (tier) => tier.configuration.limits.max_users, [5, 100, 10000, "unlimited"]],
    ["R-TIER-2 storage in GB", (tier) => tier.configuration.limits.storage_gb, [1, 100, 10000, "unlimited"]],
    [
      "R-TIER-3 AI sessions a month",
      (tier) => tier.configuration.limits.ai_sessions_per_month,
      [50, 5000, "unlimited", "unlimited"],
    ],
    [
      "R-TIER-4 API requests an hour",
      (tier) => tier.configuration.limits.api_requests_per_hour,
      [100, 10000, 1000000, "unlimited"],
    ],
    [
      "R-TIER-5 custom integrations",
      (tier) => tier.configuration.limits.custom_integrations,
      [1, 25, "unlimited", "unlimited"],
    ],
    ["R-TIER-6 support", (tier) => tier.support.level, ["community", "business", "premium", "white-glove"]],
    ["R-TIER-7 availability in percent", (tier) => tier.sla.availability_percent, [99, 99.5, 99.9, 99.99]],
    ["R-TIER-9 isolation", (tier) => tier.infrastructure.isolation, ["shared", "schema", "database", "cluster"]],
    [
      "R-TIER-8 keys: the cell's in the smallest tier, own ones above",
      (tier) => tier.configuration.security.encryption.key_management,
      ["cell_key", "tenant_key", "tenant_key", "tenant_key"],
    ],
  ] as const satisfies readonly (readonly [string, (tier: TierSpec) => unknown, readonly unknown[]])[]) {
    it(row, () => deepEqual(of(value), expected));
  }

  it("R-TPL-1 are read without a problem, and nothing else is on offer", () => {
    deepEqual(tiers.problems, []);
    deepEqual([...tiers.sources.keys()].toSorted(), names.toSorted());
  });
});

describe("reading tiers", () => {
  let root: string;
  const professional = readFileSync(join(ownTiersFolder, "professional.yaml"), "utf8");
  const write = (file: string, text: string) => writeFileSync(join(root, "tiers", file), text);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "tiers-"));
    mkdirSync(join(root, "tiers"));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it("R-TPL-6 finds the current version, a pinned current one and an older one", () => {
    write("professional.yaml", professional);
    write(
      "professional@2.yaml",
      professional.replace("template_version: 3", "template_version: 2").replace("max_users: 100", "max_users: 80"),
    );
    const read = readTiers(root);
    deepEqual(read.problems, []);
    const users = (reference: string) => {
      const found = findTier(read, reference, located(`tier: ${reference}`));
      return found.kind === "found" ? found.source.spec.configuration.limits.max_users : found.problem.code;
    };
    deepEqual(["professional", "professional@3", "professional@2", "professional@1"].map(users), [
      100,
      100,
      80,
      "TENANT_TIER_UNKNOWN",
    ]);
  });

  it("names the nearest tier where one is misspelt", () => {
    const found = findTier(tiers, "profesional", located("schema_version: 1\ntier: profesional"));
    equal(found.kind, "unknown");
    deepEqual(found.kind === "unknown" && [summary(found.problem), found.problem.suggestion], [
      "tenants/test.yaml:2:7 TENANT_TIER_UNKNOWN tier",
      "did you mean professional?",
    ]);
  });

  it("R-TPL-1 takes professional_init.json in its first shape", () => {
    write(
      "professional_init.json",
      readFileSync(join(import.meta.dirname, "../fixtures/professional_init.json"), "utf8"),
    );
    const read = readTiers(root);
    deepEqual(read.problems, []);
    equal(read.sources.get("professional")?.spec.infrastructure.auto_scaling.scale_up_cooldown_seconds, 300);
  });

  it("refuses a tier in two files, and takes it in one", () => {
    write("professional.yaml", professional);
    deepEqual(readTiers(root).problems, []);
    write("professional.json", JSON.stringify(tierNamed("professional").declared.value));
    deepEqual(
      readTiers(root).problems.map(({ code }) => code),
      ["TIER_DOUBLE"],
    );
  });

  for (const [what, from, to, expected] of [
    [
      "a tier named otherwise than its file",
      "tier: professional\n",
      "tier: pro\n",
      "tiers/professional.yaml:5:7 TIER_NAME_MISMATCH tier",
    ],
    [
      "a recovery time beyond the agreement",
      "rto_minutes: 210",
      "rto_minutes: 217",
      "tiers/professional.yaml:48:45 TIER_VALUE_INVALID infrastructure.recovery.rto_minutes",
    ],
    [
      "an unknown key",
      "    max_users: 100\n",
      "    max_users: 100\n    max_user: 3\n",
      "tiers/professional.yaml:18:5 TIER_KEY_UNKNOWN configuration.limits.max_user",
    ],
    [
      "a range for what is no setting",
      "limits.max_users: { max: 500 }",
      "limits.max_userz: { max: 500 }",
      "tiers/professional.yaml:10:3 TIER_NEGOTIABLE_UNKNOWN negotiable.limits.max_userz",
    ],
    [
      "a range below what is sold",
      "limits.max_users: { max: 500 }",
      "limits.max_users: { max: 99 }",
      "tiers/professional.yaml:10:21 TIER_NEGOTIABLE_BELOW_SOLD negotiable.limits.max_users",
    ],
    [
      "a wrong type",
      "max_users: 100",
      "max_users: many",
      "tiers/professional.yaml:17:16 TIER_VALUE_INVALID configuration.limits.max_users",
    ],
    [
      "a newer schema",
      "schema_version: 1",
      "schema_version: 2",
      "tiers/professional.yaml:3:92 TIER_SCHEMA_NEWER _metadata.schema_version",
    ],
  ] as const) {
    it(`refuses ${what} at its place`, () => {
      write("professional.yaml", professional);
      deepEqual(readTiers(root).problems, []);
      write("professional.yaml", professional.replace(from, to));
      deepEqual(readTiers(root).problems.map(summary), [expected]);
    });
  }
});
