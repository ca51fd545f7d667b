import { deepEqual, equal, match, ok } from "node:assert/strict";
import fc from "fast-check";
import { quantityOf } from "../../../model/quantity.ts";
import { valueAt } from "../../../model/resolve/leaves.ts";
import { isAllowed } from "../../../model/resolve/negotiation.ts";
import { resolve, resolved, tenantHead, tierNamed } from "../../support/tenant-sources.ts";

describe("laws of overrides", () => {
  const paths = [
    "configuration.limits.max_users",
    "configuration.limits.storage_gb",
    "configuration.limits.ai_sessions_per_month",
    "configuration.ai_configuration.rate_limits.tokens_per_day",
    "infrastructure.auto_scaling.max_capacity",
    "infrastructure.database.connections",
    "infrastructure.database.read_replicas",
    "infrastructure.recovery.rto_minutes",
    "configuration.security.encryption.field_level",
    "configuration.features.sso",
    "configuration.features.advanced_ai",
  ];
  const value = fc.oneof(
    fc.integer({ min: -5, max: 20000 }),
    fc.constantFrom("unlimited", "on", "off", "available", true, false),
  );
  const tier = fc.constantFrom(
    ["free", "shared"],
    ["professional", "schema"],
    ["enterprise", "database"],
    ["custom", "cluster"],
  );

  it("R-TPL-5 no override that is taken exceeds what is sold or negotiable", () => {
    let taken = 0;
    fc.assert(
      fc.property(tier, fc.constantFrom(...paths), value, ([name = "", isolation = ""], path, asked) => {
        const resolution = resolve(tenantHead(name, isolation, `overrides: { ${path}: ${asked} }`));
        if (resolution.kind === "resolved") {
          taken++;
          ok(
            isAllowed(
              tierNamed(name).spec,
              path.split("."),
              valueAt(resolution.resolved.configuration, path.split(".")),
            ),
            `${name} ${path}: ${asked}`,
          );
          deepEqual(valueAt(resolution.resolved.configuration, path.split(".")), asked);
        }
      }),
      { numRuns: 300 },
    );
    ok(taken > 20, `only ${taken} overrides were taken`);
  });

  it("R-TIER-1 unlimited stays unlimited, and nothing else becomes it", () => {
    for (const name of ["free", "professional", "enterprise", "custom"]) {
      const { limits } = tierNamed(name).spec.configuration;
      for (const amount of Object.values(limits)) {
        deepEqual(quantityOf(amount).kind, amount === "unlimited" ? "unlimited" : "limited");
      }
    }
    const { configuration } = resolved(tenantHead("custom", "cluster", "overrides: { limits.max_users: 7 }"));
    equal(configuration.configuration.limits.max_users, 7);
    equal(configuration.configuration.limits.storage_gb, "unlimited");
    match(JSON.stringify(configuration.configuration.limits), /"unlimited"/);
  });
});
