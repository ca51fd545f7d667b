import { deepEqual, equal, match, ok } from "node:assert/strict";
import { showPlace } from "../../../fleet/explain/decided-by.ts";
import { explainSetting } from "../../../fleet/explain/explain-setting.ts";
import { readExplainedTenant } from "../../../fleet/explain/explained-tenant.ts";
import { findSetting } from "../../../fleet/explain/find-setting.ts";
import { overviewOf } from "../../../fleet/explain/overview.ts";
import { showProperty } from "../../../fleet/explain/property-values.ts";
import { usesBetween } from "../../../fleet/explain/resource-uses.ts";
import { synthStack } from "../../../fleet/synth/fleet.ts";
import { FleetFolder } from "../../support/fleet-folder.ts";

const project = new URL("../../..", import.meta.url).pathname;

async function explained(tenant: string, path: string, root = project) {
  const read = readExplainedTenant(tenant, root);
  const found = findSetting(read, path);
  if (found.kind !== "setting") throw new Error(`${path} is ${found.kind}`);
  return await explainSetting(read, found.setting);
}

describe("an explained setting", () => {
  let folder: FleetFolder;
  before(() => {
    folder = new FleetFolder();
  });
  after(() => folder.remove());

  it("R-USE-2 has every layer's place, and the resources that follow it with their properties", async () => {
    const { value, chain, uses, cellUses } = await explained("acme-corp", "limits.max_users");
    equal(value, 500);
    deepEqual(
      chain.map((link) => [link.layer, link.value, showPlace(link)]),
      [
        ["tier", 100, "tiers/professional.yaml:17:16"],
        ["override", 500, "tenants/acme-corp.yaml:20:21"],
      ],
    );
    const alarm = (share: number) => [
      `acme-corp-monitoring-alarms-users-${share}`,
      "goes",
      ["alarmDescription", "threshold"],
    ];
    deepEqual(
      uses.slice(1).map(({ name, presence, properties }) => [name, presence, properties.map(showProperty)]),
      [alarm(80), alarm(100), ["acme-corp-configuration-version", undefined, ["content → limits.max_users"]]],
    );
    deepEqual(cellUses, []);
  });

  it("R-USE-2 has the same uses as an edit of the tenant's file shows", async () => {
    const { uses } = await explained("acme-corp", "security.sessions.access_token_minutes");
    folder.edit("tenants/acme-corp.yaml", "overrides:", "overrides:\n  security.sessions.access_token_minutes: 45");
    const edited = usesBetween(await synthStack("acme-corp", project), await synthStack("acme-corp", folder.root));
    deepEqual(edited, uses);
    ok(uses.length > 1);
  });

  it("R-CMP-1 names the framework that raised it and what the others demand, the strictest first", async () => {
    folder.edit("tenants/umbra-health.yaml", "[hipaa]", "[pci_dss, hipaa]");
    const { value, chain, demands } = await explained("umbra-health", "compliance.retention_days.logs", folder.root);
    equal(value, 2192);
    match(chain.at(-1)?.reason ?? "", /^hipaa 164\./);
    deepEqual(
      demands.map(({ framework, demand, effect, place }) => [framework, demand, effect, showPlace(place)]),
      [
        ["hipaa", "at least 2192", "raised", "tenants/umbra-health.yaml:11:23"],
        ["pci_dss", "at least 365", "exceeded", "tenants/umbra-health.yaml:11:14"],
      ],
    );
  });

  it("R-SEC-8 says why nothing acts on a setting, and under what one would that has no effect now", async () => {
    const idle = await explained("acme-corp", "infrastructure.database.partitioning");
    match(idle.idle ?? "", /the application's migrations partition what grows .*\(R-INF-8\)$/);
    deepEqual(idle.uses, []);
    const { uses, conditions, idle: never } = await explained("acme-corp", "infrastructure.edge.enabled");
    deepEqual([uses, never], [[], undefined]);
    deepEqual(conditions, [{ setting: "isolation", value: "database" }]);
    const shadowed = await explained("umbra-health", "monitoring.logging.retention_days");
    deepEqual(shadowed.conditions, [{ setting: "compliance.retention_days.logs", value: 90 }]);
  });

  it("R-API-1 shows how the hour that is sold becomes a bucket and a quota, and who holds which", async () => {
    const { arithmetic, cellUses } = await explained("acme-corp", "limits.api_requests_per_hour");
    deepEqual(
      arithmetic.slice(1, 5).map((line) => line.split(":").slice(0, 2).join(":")),
      [
        "burst: 1000 requests at once",
        "rate: 2.5 requests a second",
        "in any hour at the most: 1000 + 3600 x 2.5 = 10000 of 10000 sold",
        "a day: 240000",
      ],
    );
    match(arithmetic.at(-1) ?? "", /^enforced by the application: the hour itself/);
    const plan = cellUses.find(({ name }) => name === "cell-us-1-api-plan-professional");
    ok(plan?.properties.some(({ path }) => path === "throttleSettings.burstLimit"));
  });

  it("tries a value that needs something else of the cell in a cell that has it", async () => {
    const { tried, uses } = await explained("acme-corp", "ai_configuration.safety_settings.bias_detection");
    deepEqual(tried, [false]);
    ok(uses.some(({ properties }) => properties.some(({ inside }) => inside === "ai.guardrail.arn")));
  });

  it("says so where every other value is refused", async () => {
    const { tried, refused, uses } = await explained("acme-corp", "placement.isolation");
    deepEqual([tried, uses], [[], []]);
    deepEqual(refused, ["shared", "database", "cluster"]);
  });
});

describe("a path that a person wrote", () => {
  const acme = readExplainedTenant("acme-corp", project);
  const kindOf = (path: string) => findSetting(acme, path).kind;

  it("may leave out the prefix, name a map, and name the tenant's own file", () => {
    deepEqual(
      [
        "limits.max_users",
        "configuration.limits.max_users",
        "owner",
        "integrations.okta.issuer",
        "integrations.custom.0.url",
      ].map(kindOf),
      Array.from({ length: 5 }, () => "setting"),
    );
    equal(kindOf("security"), "map");
    equal(kindOf("infrastructure.storage.object_lock.mode"), "unset");
  });

  it("is answered with the nearest where it is unknown", () => {
    deepEqual(findSetting(acme, "limits.max_user"), { kind: "unknown", meant: "limits.max_users" });
    deepEqual(findSetting(acme, "qqqqqqqqqqqqqqqq"), { kind: "unknown" });
  });

  it("is not needed for where the tenant differs from its tier", () => {
    const { settings, differing } = overviewOf(acme);
    ok(settings > 100);
    deepEqual(
      differing.map(({ path, value, tierValue, decided }) => [path, value, tierValue, showPlace(decided)]),
      [
        ["limits.max_users", 500, 100, "tenants/acme-corp.yaml:20:21"],
        ["features.advanced_ai", "on", "available", "tenants/acme-corp.yaml:21:25"],
      ],
    );
  });
});
