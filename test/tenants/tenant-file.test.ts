import { deepEqual, ok } from "node:assert/strict";
import { goodTenant, tenantFileProblems as problems, tenantFileSummary as summary } from "../support/tenant-yaml.ts";

describe("tenant file", () => {
  it("R-TEN-1 accepts the least that a tenant must say", () => {
    deepEqual(problems({}), []);
  });

  it("R-TEN-1 accepts every key", () => {
    deepEqual(
      problems({
        industry: "technology",
        compliance: '[soc2, "SOC 2"]',
        integrations: `
  okta: { issuer: https://acme.okta.example, client_id: 0oa1b2c3, client_secret: { secret: okta-client-secret } }
  custom: [ { name: crm, url: https://crm.acme.example/hook, events: [user.created], signing_secret: { secret: crm-webhook } } ]`,
        overrides: "{ limits.max_users: 500, security: { mfa_config: { required: true } } }",
        exceptions: `
  - { gate: data-bearing-replace, resource: acme-corp-data-database, property: storageType, reason: planned move to gp3, approved_by: ops@example.com, until: 2026-12-31 }`,
      }),
      [],
    );
  });

  for (const key of Object.keys(goodTenant)) {
    it(`R-TEN-1 misses ${key}`, () => {
      const rest = summary({ [key]: undefined }).filter((line) => line.includes("KEY_MISSING"));
      deepEqual(rest, [`1:1 KEY_MISSING ${key}`]);
    });
  }

  const values: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
    ["a uid with a capital", { uid: "T7k3m9qd" }, ["3:6 TENANT_UID_FORM uid"]],
    ["a uid that begins with a digit", { uid: "7tk3m9qd" }, ["3:6 TENANT_UID_FORM uid"]],
    ["a uid of nine", { uid: "t7k3m9qdx" }, ["3:6 TENANT_UID_FORM uid"]],
    ["a name over two lines", { name: '"ACME\\nCorp"' }, ["4:7 TENANT_NAME_FORM name"]],
    ["a name of blanks", { name: '"  "' }, ["4:7 TENANT_NAME_FORM name"]],
    ["a name of 201 characters", { name: "x".repeat(201) }, ["4:7 TENANT_NAME_FORM name"]],
    ["a name that is a number", { name: "123" }, ["4:7 VALUE_TYPE_WRONG name"]],
    ["a tier that is no name", { tier: "professional@latest" }, ["5:7 TENANT_TIER_FORM tier"]],
    ["an owner that is no address", { owner: "admin" }, ["6:8 TENANT_OWNER_FORM owner"]],
    ["an unknown residency", { residency: "mars" }, ["7:12 VALUE_UNKNOWN residency"]],
    ["an unknown writer", { managed_by: "hand" }, ["8:13 VALUE_UNKNOWN managed_by"]],
    ["a day that the calendar does not have", { created: "2026-02-30T09:00:00Z" }, ["9:10 TIME_FORM created"]],
    ["a time of another zone", { created: "2026-11-23T09:00:00+01:00" }, ["9:10 TIME_FORM created"]],
    [
      "an unknown isolation",
      { placement: "{ cell: us-1, isolation: vm }" },
      ["10:37 VALUE_UNKNOWN placement.isolation"],
    ],
    ["compliance that is no list", { compliance: "soc2" }, ["11:13 VALUE_TYPE_WRONG compliance"]],
    ["an unknown product", { integrations: "{ slak: { channel: C1 } }" }, ["11:17 KEY_UNKNOWN integrations.slak"]],
    [
      "a webhook without TLS",
      {
        integrations:
          "{ custom: [ { name: crm, url: http://crm.example, events: [a], signing_secret: { secret: crm-key } } ] }",
      },
      ["11:45 URL_FORM integrations.custom.0.url"],
    ],
    [
      "an exception for any data",
      {
        exceptions:
          '[ { gate: data-bearing-replace, resource: "*", reason: because I said so, approved_by: me@example.com, until: 2026-12-31 } ]',
      },
      ["11:55 EXCEPTION_WILDCARD exceptions.0.resource"],
    ],
    [
      "an exception without an end",
      {
        exceptions:
          "[ { gate: name-changed, resource: acme-corp-data, reason: because I said so, approved_by: me@example.com, until: never } ]",
      },
      ["11:126 DATE_FORM exceptions.0.until"],
    ],
  ];
  for (const [what, changes, expected] of values) {
    it(`R-TEN-2 refuses ${what}`, () => {
      deepEqual(summary(changes), expected);
    });
  }

  it("accepts a name in any script, with an accent and an emoji", () => {
    deepEqual(problems({ name: '"Żółć 株式会社 🚀"' }), []);
  });

  it("accepts a reference where an address must not stand in git", () => {
    deepEqual(problems({ owner: "crm:4711" }), []);
  });

  it("R-TPL-6 refuses a newer schema and says to update", () => {
    const [problem] = problems({ schema_version: "2" });
    deepEqual([problem?.code, problem?.suggestion], ["SCHEMA_VERSION_NEWER", "update tenantry"]);
  });

  it("R-TPL-6 refuses a schema that there never was", () => {
    deepEqual(summary({ schema_version: "0" }), ["1:17 SCHEMA_VERSION_UNKNOWN schema_version"]);
  });

  describe("secrets", () => {
    const secrets: readonly (readonly [string, string, string])[] = [
      ["under a secret's key", "{ okta: { client_secret: hunter2hunter2 } }", "integrations.okta.client_secret"],
      ["as a number", "{ okta: { password: 12345678 } }", "integrations.okta.password"],
      ["in a list", "{ okta: { api_key: [hunter2hunter2] } }", "integrations.okta.api_key.0"],
      ["by its beginning, whatever the key", "{ github: { app: ghp_hunter2hunter2 } }", "integrations.github.app"],
      [
        "where the reference is wrong as well",
        "{ okta: { client_secret: { name: hunter2hunter2 } } }",
        "integrations.okta.client_secret.name",
      ],
      [
        "of a webhook",
        "{ custom: [ { name: crm, url: https://crm.example, events: [a], signing_secret: hunter2hunter2 } ] }",
        "integrations.custom.0.signing_secret",
      ],
    ];
    for (const [what, integrations, path] of secrets) {
      it(`R-TEN-2 finds a secret ${what}, and repeats it nowhere`, () => {
        const found = problems({ integrations });
        ok(
          found.some((problem) => problem.code === "SECRET_IN_FILE" && problem.path === path),
          JSON.stringify(found),
        );
        ok(!JSON.stringify(found).match(/hunter2|12345678/), JSON.stringify(found));
      });
    }

    it("accepts the name of a secret", () => {
      deepEqual(problems({ integrations: "{ digitalocean: { token: { secret: digitalocean-token } } }" }), []);
    });
  });
});
