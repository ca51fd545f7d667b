import { deepEqual, equal } from "node:assert/strict";
import { located, problemsOf, summary, tenantHead } from "../../support/tenant-sources.ts";

const isolationOf = { free: "shared", professional: "schema", enterprise: "database" } as const;
type Tier = keyof typeof isolationOf;

const override = (tier: Tier, line: string) => tenantHead(tier, isolationOf[tier], `overrides:\n  ${line}`);

/** What is refused | tier | the override | its column, code and path | the twin that is taken. */
const beyondTheTier = `
  more than is negotiable | professional | limits.max_users: 501 | 21 EXCEEDED limits.max_users | limits.max_users: 500
  more than is sold | professional | limits.ai_sessions_per_month: 5001 | 33 EXCEEDED limits.ai_sessions_per_month | limits.ai_sessions_per_month: 5000
  unlimited of what is limited | professional | limits.max_users: unlimited | 21 EXCEEDED limits.max_users | limits.max_users: 0
  another isolation | free | infrastructure.isolation: cluster | 29 EXCEEDED infrastructure.isolation | infrastructure.isolation: shared
  a weaker isolation | enterprise | infrastructure.isolation: shared | 29 EXCEEDED infrastructure.isolation | infrastructure.isolation: database
  below what negotiable allows | professional | security.password_policy.max_age_days: 29 | 42 EXCEEDED security.password_policy.max_age_days | security.password_policy.max_age_days: 30
  a model that is not sold | free | ai_configuration.model_access.gpt-4: true | 40 EXCEEDED ai_configuration.model_access.gpt-4 | ai_configuration.model_access.gpt-4: false
  a setting of the shared user pool | free | security.password_policy.min_length: 14 | 40 EXCEEDED security.password_policy.min_length | security.password_policy.min_length: 12
  a feature that is off | free | features.sso: on | 17 EXCEEDED features.sso | features.custom_integrations: on
  a list with a feature that is off | free | features.enabled: [api_access, sso] | 34 EXCEEDED features.enabled[1] | features.enabled: [api_access]
  limits that are not enforced | professional | billing.limits_enforcement.hard_limits: false | 43 EXCEEDED billing.limits_enforcement.hard_limits | billing.limits_enforcement.hard_limits: true
  a quicker answer | professional | support.response_hours.critical: 1 | 36 EXCEEDED support.response_hours.critical | support.response_hours.critical: 4
  a larger instance than negotiable | enterprise | infrastructure.database.instance_class: db.r8g.4xlarge | 43 EXCEEDED infrastructure.database.instance_class | infrastructure.database.instance_class: db.r8g.2xlarge
  log categories that are not sold | free | monitoring.logging.categories: [audit, security] | 34 EXCEEDED monitoring.logging.categories | monitoring.logging.categories: [audit]`;

/** As above. */
const malformed = `
  a list with an unknown feature | professional | features.enabled: [advancedai] | 22 UNKNOWN features.enabled[0] | features.enabled: []
  no list where features are enabled | professional | features.enabled: sso | 21 INVALID features.enabled | features.enabled: [sso]
  an unknown path | professional | limits.max_user: 5 | 3 UNKNOWN limits.max_user | limits.max_users: 5
  a wrong type | professional | limits.max_users: many | 21 INVALID limits.max_users | limits.max_users: 5
  a map where a value stands | professional | limits.max_users: { amount: 5 } | 23 UNKNOWN limits.max_users.amount | limits: { max_users: 5 }
  a value where a map stands | professional | security.sessions: 5 | 22 INVALID security.sessions | security.sessions: { refresh_token_days: 5 }
  a required value removed | professional | limits.max_users: null | 21 INVALID limits.max_users | support.hours: null
  the agreement | professional | sla.availability_percent: 99.99 | 3 FIXED sla.availability_percent | lifecycle.trial_days: 0
  the price | professional | price: { monthly_usd: 1 } | 12 FIXED price.monthly_usd | billing.budget_monthly_usd: 1
  the tier | professional | tier: custom | 3 FIXED tier | features.sso: off
  compliance | professional | compliance.retention_days.logs: 1 | 3 FIXED compliance.retention_days.logs | monitoring.logging.retention_days: 1
  the integrations on sale | professional | integrations.allowed: [] | 3 FIXED integrations.allowed | integrations.oauth2_flows: false
  capacities that contradict | professional | infrastructure.auto_scaling.max_capacity: 1 | 45 INVALID infrastructure.auto_scaling.max_capacity | infrastructure.auto_scaling.max_capacity: 2`;

const casesOf = (table: string) =>
  table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(" | "));

const codes: Readonly<Record<string, string>> = {
  EXCEEDED: "TENANT_ENTITLEMENT_EXCEEDED",
  UNKNOWN: "TENANT_OVERRIDE_UNKNOWN",
  INVALID: "TENANT_OVERRIDE_INVALID",
  FIXED: "TENANT_OVERRIDE_FIXED",
};

describe("overrides that are refused", () => {
  for (const [row, table] of [
    ["R-TPL-5", beyondTheTier],
    ["R-TPL-4", malformed],
  ] as const) {
    for (const [what, tier, line = "", problem = "", taken = ""] of casesOf(table)) {
      it(`${row} refuses ${what} and takes its twin`, () => {
        const [column, code = "", path] = problem.split(" ");
        const expected = `tenants/test.yaml:12:${column} ${codes[code]} overrides.${path}`;
        deepEqual(problemsOf(override(tier as Tier, line)).map(summary), [expected]);
        deepEqual(problemsOf(override(tier as Tier, taken)), []);
      });
    }
  }

  it("R-TPL-4 refuses a path twice, dotted and nested, and takes two paths", () => {
    const twice = override("professional", "limits.max_users: 5\n  limits: { max_users: 6 }");
    deepEqual(problemsOf(twice).map(summary), [
      "tenants/test.yaml:13:13 TENANT_OVERRIDE_TWICE overrides.limits.max_users",
    ]);
    deepEqual(problemsOf(override("professional", "limits.max_users: 5\n  limits: { storage_gb: 6 }")), []);
  });

  it("R-TPL-5 says what is sold, what was found and which tier sells it", () => {
    const [problem] = problemsOf(override("professional", "limits.max_users: 501"));
    equal(problem?.message, "limits.max_users is outside what tier professional sells: 100, negotiable up to 500");
    const suggestion = "choose tier enterprise, the cheapest that does, or ask for less";
    deepEqual([problem?.found, problem?.suggestion], ["501", suggestion]);
  });

  it("R-TPL-4 offers the nearest known path", () => {
    const lines = ["limit.max_users: 5", "mfa.required: true", "security.pasword_policy.min_length: 14", "zzzzzz: 1"];
    deepEqual(
      problemsOf(override("professional", lines.join("\n  "))).map(({ suggestion }) => suggestion),
      [
        "did you mean limits.max_users?",
        "did you mean security.mfa_config.required?",
        "did you mean security.password_policy.min_length?",
        "the tier's own file in tiers/ has every setting",
      ],
    );
  });

  it("R-TEN-2 finds every problem at once, in the order of the file", () => {
    const lines = ["limits.max_users: 6", "limits.max_user: 1", "limits.storage_gb: x"];
    const yaml = tenantHead("free", "shared", `compliance: [soc3]\noverrides:\n  ${lines.join("\n  ")}`);
    deepEqual(
      problemsOf(yaml).map(({ line, code }) => `${line} ${code}`),
      [
        "11 TENANT_FRAMEWORK_UNKNOWN",
        "13 TENANT_ENTITLEMENT_EXCEEDED",
        "14 TENANT_OVERRIDE_UNKNOWN",
        "15 TENANT_OVERRIDE_INVALID",
      ],
    );
  });

  it("R-TEN-2 is safe from keys that reach for the prototype", () => {
    const document = located(tenantHead("professional", "schema"));
    const overrides = JSON.parse('{"__proto__": {"polluted": true}, "constructor.prototype.polluted": true}');
    const value = Object.assign(Object.create(null), document.value, { overrides });
    const expected = ["TENANT_OVERRIDE_UNKNOWN", "TENANT_OVERRIDE_UNKNOWN"];
    deepEqual(
      problemsOf({ ...document, value }).map(({ code }) => code),
      expected,
    );
    equal(({} as Record<string, unknown>)["polluted"], undefined);
  });
});
