import { deepEqual, equal, match, ok } from "node:assert/strict";
import fc from "fast-check";
import { quantityOf } from "../../../model/quantity.ts";
import { leavesOf, valueAt } from "../../../model/resolve/leaves.ts";
import { isAllowed } from "../../../model/resolve/negotiation.ts";
import {
  committed,
  located,
  problemsOf,
  resolve,
  resolved,
  summary,
  tenantHead,
  tierNamed,
} from "../../support/tenant-sources.ts";

const professional = (more: string) => tenantHead("professional", "schema", more);
const free = (more: string) => tenantHead("free", "shared", more);
const users = (yaml: string) => resolved(yaml).configuration.configuration.limits.max_users;

describe("a tenant's layers", () => {
  it("R-TPL-4 takes the tier's value where the tenant says nothing", () => {
    equal(users(professional("")), 100);
  });

  for (const [form, overrides] of [
    ["dotted", "overrides: { limits.max_users: 500 }"],
    ["nested", "overrides: { limits: { max_users: 500 } }"],
    ["with the prefix", "overrides: { configuration.limits.max_users: 500 }"],
    ["half dotted, half nested", "overrides: { configuration: { limits.max_users: 500 } }"],
  ] as const) {
    it(`R-TPL-4 takes an override ${form}`, () => equal(users(professional(overrides)), 500));
  }

  it("R-TPL-4 merges maps, and replaces lists as a whole", () => {
    const { configuration } = resolved(
      professional(
        "overrides:\n  security: { mfa_config: { methods: [totp] }, sessions: { access_token_minutes: 30 } }",
      ),
    );
    deepEqual(configuration.configuration.security.mfa_config.methods, ["totp"]);
    equal(configuration.configuration.security.mfa_config.backup_codes, 10);
    equal(configuration.configuration.security.sessions.access_token_minutes, 30);
  });

  it("R-TPL-4 features.enabled switches on, and leaves the others as they are", () => {
    const { features } = resolved(professional("overrides: { features.enabled: [advanced_ai] }")).configuration
      .configuration;
    deepEqual(
      { ...features },
      { sso: "on", api_access: "on", sdk_support: "on", advanced_ai: "on", custom_integrations: "available" },
    );
  });

  it("null gives up what is optional, and a default takes its place", () => {
    const { storage } = resolved(
      professional("overrides:\n  infrastructure.storage.lifecycle_policies.abort_multipart_after_days: null"),
    ).configuration.infrastructure;
    equal(storage.lifecycle_policies.abort_multipart_after_days, 7);
    equal(
      "response_hours" in resolved(professional("overrides: { support.response_hours: null }")).configuration.support,
      false,
    );
  });

  it("R-TPL-2 never evaluates what a tenant supplied, and puts variables into what the tier says", () => {
    const declared = located(
      JSON.stringify({
        ...(committed("tiers/professional.yaml").value as object),
        tenant_name: "{{ tenant_name }}",
        lifecycle: {
          trial_days: 14,
          subscription_months: 12,
          trial_expires_at: "{{ trial_expiry_date() }}",
          created_at: "{{ tenant_id }}",
          deprovisioning: tierNamed("professional").spec.lifecycle.deprovisioning,
        },
      }),
      "tiers/professional.json",
    );
    const spec = { ...tierNamed("professional").spec, tenant_name: "{{ tenant_name }}" };
    const { configuration } = resolved(
      professional('overrides: { lifecycle.created_at: "{{ tenant_id }}", lifecycle.trial_days: 7 }'),
      { tier: { spec, declared } },
    );
    equal(configuration.tenant_id, "test-tenant");
    equal(configuration.tenant_name, "{{ tenant_id }}");
    equal(configuration.lifecycle.created_at, "{{ tenant_id }}");
    equal(configuration.lifecycle.trial_expires_at, "2026-11-30T09:00:00Z");
  });

  it("R-TPL-2 reports an unknown variable at its place in the tier", () => {
    const declared = located(
      JSON.stringify(committed("tiers/professional.yaml").value).replace("{{ tenant_id }}", "{{ tenantid }}"),
      "tiers/professional.json",
    );
    const problems = problemsOf(professional(""), { tier: { spec: tierNamed("professional").spec, declared } });
    deepEqual(
      problems.map(({ code, path, file }) => [file, code, path]),
      [["tiers/professional.json", "TEMPLATE_VARIABLE_UNKNOWN", "tenant_id"]],
    );
    const fixed = { spec: tierNamed("professional").spec, declared: committed("tiers/professional.yaml") };
    deepEqual(problemsOf(professional(""), { tier: fixed }), []);
  });

  it("R-TPL-3 resolving twice gives the same bytes", () => {
    const once = () => JSON.stringify(resolve(committed("tenants/umbra-health.yaml")));
    equal(once(), once());
  });

  it("changes nothing that it is given", () => {
    const document = located(professional("compliance: [soc2]\noverrides: { limits.max_users: 500 }"));
    const before = JSON.stringify([
      document.value,
      tierNamed("professional").spec,
      tierNamed("professional").declared.value,
    ]);
    resolve(document);
    equal(
      JSON.stringify([document.value, tierNamed("professional").spec, tierNamed("professional").declared.value]),
      before,
    );
  });

  for (const id of ["acme-corp", "blue-kite", "northwind-freight", "umbra-health"]) {
    it(`R-TEN-1 the committed tenant ${id} has no problem`, () =>
      deepEqual(problemsOf(committed(`tenants/${id}.yaml`)), []));
  }
});

describe("where a value came from", () => {
  const { origins, chains, configuration } = resolved(
    professional("compliance: [hipaa]\noverrides:\n  limits.max_users: 500\n  monitoring.logging.level: WARN"),
  );

  it("names layer, file, line and column", () => {
    deepEqual(origins["configuration.limits.max_users"], {
      layer: "override",
      file: "tenants/test.yaml",
      line: 13,
      column: 21,
      endColumn: 24,
    });
    deepEqual(origins["configuration.limits.storage_gb"], {
      layer: "tier",
      file: "tiers/professional.yaml",
      line: 18,
      column: 17,
      endColumn: 20,
    });
    deepEqual(origins["configuration.compliance.retention_days.logs"], {
      layer: "framework",
      file: "tenants/test.yaml",
      line: 11,
      column: 14,
      endColumn: 19,
    });
    equal(origins["infrastructure.database.instance_class"]?.layer, "default");
  });

  it("keeps what each layer said", () => {
    deepEqual(
      chains["configuration.compliance.retention_days.logs"]?.map(({ layer, value, reason }) => [layer, value, reason]),
      [
        ["tier", 90, undefined],
        ["framework", 2192, "hipaa 164.316(b)(2)(i)"],
      ],
    );
    deepEqual(
      chains["configuration.limits.max_users"]?.map(({ layer, value }) => [layer, value]),
      [
        ["tier", 100],
        ["override", 500],
      ],
    );
  });

  it("has an origin for every leaf", () => {
    deepEqual(
      Object.keys(origins),
      leavesOf(configuration).map(({ path }) => path.join(".")),
    );
  });
});

describe("overrides that are refused", () => {
  const cases: readonly (readonly [what: string, yaml: string, problems: readonly string[], fixed: string])[] = [
    [
      "R-TPL-5 more than is negotiable",
      professional("overrides:\n  limits.max_users: 501"),
      ["tenants/test.yaml:12:21 TENANT_ENTITLEMENT_EXCEEDED overrides.limits.max_users"],
      professional("overrides:\n  limits.max_users: 500"),
    ],
    [
      "R-TPL-5 more than is sold, where nothing is negotiable",
      professional("overrides:\n  limits.ai_sessions_per_month: 5001"),
      ["tenants/test.yaml:12:33 TENANT_ENTITLEMENT_EXCEEDED overrides.limits.ai_sessions_per_month"],
      professional("overrides:\n  limits.ai_sessions_per_month: 5000"),
    ],
    [
      "R-TPL-5 unlimited of what is limited",
      professional("overrides:\n  limits.max_users: unlimited"),
      ["tenants/test.yaml:12:21 TENANT_ENTITLEMENT_EXCEEDED overrides.limits.max_users"],
      professional("overrides:\n  limits.max_users: 0"),
    ],
    [
      "R-TPL-5 another isolation than the tier's",
      free("overrides:\n  infrastructure.isolation: cluster"),
      ["tenants/test.yaml:12:29 TENANT_ENTITLEMENT_EXCEEDED overrides.infrastructure.isolation"],
      free("overrides:\n  infrastructure.isolation: shared"),
    ],
    [
      "R-TPL-5 below what negotiable allows",
      professional("overrides:\n  security.password_policy.max_age_days: 29"),
      ["tenants/test.yaml:12:42 TENANT_ENTITLEMENT_EXCEEDED overrides.security.password_policy.max_age_days"],
      professional("overrides:\n  security.password_policy.max_age_days: 30"),
    ],
    [
      "R-TPL-5 a model that the tier does not sell",
      free("overrides:\n  ai_configuration.model_access.gpt-4: true"),
      ["tenants/test.yaml:12:40 TENANT_ENTITLEMENT_EXCEEDED overrides.ai_configuration.model_access.gpt-4"],
      professional("overrides:\n  ai_configuration.model_access.gpt-4: false"),
    ],
    [
      "R-TPL-5 a setting of the user pool that free tenants share",
      free("overrides:\n  security.password_policy.min_length: 14"),
      ["tenants/test.yaml:12:40 TENANT_ENTITLEMENT_EXCEEDED overrides.security.password_policy.min_length"],
      professional("overrides:\n  security.password_policy.min_length: 14"),
    ],
    [
      "R-TPL-5 a feature that is off",
      free("overrides:\n  features.sso: on"),
      ["tenants/test.yaml:12:17 TENANT_ENTITLEMENT_EXCEEDED overrides.features.sso"],
      professional("overrides:\n  features.advanced_ai: on"),
    ],
    [
      "R-TPL-4 a list with a feature that is off",
      free("overrides:\n  features.enabled: [api_access, sso]"),
      ["tenants/test.yaml:12:34 TENANT_ENTITLEMENT_EXCEEDED overrides.features.enabled[1]"],
      professional("overrides:\n  features.enabled: [api_access, sso]"),
    ],
    [
      "R-TPL-4 a list with an unknown feature",
      professional("overrides:\n  features.enabled: [advancedai]"),
      ["tenants/test.yaml:12:22 TENANT_OVERRIDE_UNKNOWN overrides.features.enabled[0]"],
      professional("overrides:\n  features.enabled: []"),
    ],
    [
      "R-TPL-4 no list where features are enabled",
      professional("overrides:\n  features.enabled: sso"),
      ["tenants/test.yaml:12:21 TENANT_OVERRIDE_INVALID overrides.features.enabled"],
      professional("overrides:\n  features.enabled: [sso]"),
    ],
    [
      "R-TPL-4 an unknown path",
      professional("overrides:\n  limits.max_user: 5"),
      ["tenants/test.yaml:12:3 TENANT_OVERRIDE_UNKNOWN overrides.limits.max_user"],
      professional("overrides:\n  limits.max_users: 5"),
    ],
    [
      "R-TPL-4 a wrong type",
      professional("overrides:\n  limits.max_users: many"),
      ["tenants/test.yaml:12:21 TENANT_OVERRIDE_INVALID overrides.limits.max_users"],
      professional("overrides:\n  limits.max_users: 5"),
    ],
    [
      "R-TPL-4 a map where a value stands",
      professional("overrides:\n  limits.max_users: { amount: 5 }"),
      ["tenants/test.yaml:12:23 TENANT_OVERRIDE_UNKNOWN overrides.limits.max_users.amount"],
      professional("overrides:\n  limits: { max_users: 5 }"),
    ],
    [
      "R-TPL-4 a value where a map stands",
      professional("overrides:\n  security.sessions: 5"),
      ["tenants/test.yaml:12:22 TENANT_OVERRIDE_INVALID overrides.security.sessions"],
      professional("overrides:\n  security.sessions: { refresh_token_days: 5 }"),
    ],
    [
      "R-TPL-4 a required value removed",
      professional("overrides:\n  limits.max_users: null"),
      ["tenants/test.yaml:12:21 TENANT_OVERRIDE_INVALID overrides.limits.max_users"],
      professional("overrides:\n  support.hours: null"),
    ],
    [
      "R-TPL-4 a path twice, dotted and nested",
      professional("overrides:\n  limits.max_users: 5\n  limits: { max_users: 6 }"),
      ["tenants/test.yaml:13:13 TENANT_OVERRIDE_TWICE overrides.limits.max_users"],
      professional("overrides:\n  limits.max_users: 5\n  limits: { storage_gb: 6 }"),
    ],
    [
      "what is the tier's alone",
      professional(
        "overrides:\n  sla.availability_percent: 99.99\n  price.monthly_usd: 1\n  tier: custom\n  compliance.retention_days.logs: 1\n  integrations.allowed: []",
      ),
      [12, 13, 14, 15, 16].map(
        (line, index) =>
          `tenants/test.yaml:${line}:3 TENANT_OVERRIDE_FIXED overrides.${["sla.availability_percent", "price.monthly_usd", "tier", "compliance.retention_days.logs", "integrations.allowed"][index]}`,
      ),
      professional("overrides:\n  integrations.oauth2_flows: false"),
    ],
    [
      "capacities that contradict each other",
      professional("overrides:\n  infrastructure.auto_scaling.max_capacity: 1"),
      ["tenants/test.yaml:12:45 TENANT_OVERRIDE_INVALID overrides.infrastructure.auto_scaling.max_capacity"],
      professional("overrides:\n  infrastructure.auto_scaling.max_capacity: 2"),
    ],
    [
      "R-TPL-5 an integration that the tier does not sell",
      professional("integrations:\n  snowflake: {}"),
      ["tenants/test.yaml:12:3 TENANT_INTEGRATION_NOT_SOLD integrations.snowflake"],
      tenantHead("enterprise", "database", "integrations:\n  snowflake: {}"),
    ],
    [
      "an integration that nobody knows",
      professional("integrations:\n  slak: {}"),
      ["tenants/test.yaml:12:3 TENANT_INTEGRATION_UNKNOWN integrations.slak"],
      professional("integrations:\n  slack: {}"),
    ],
    [
      "R-TIER-5 more custom integrations than sold",
      free("integrations:\n  custom: [{}, {}]"),
      ["tenants/test.yaml:12:11 TENANT_INTEGRATIONS_TOO_MANY integrations.custom"],
      free("integrations:\n  custom: [{}]"),
    ],
    [
      "a framework that nobody knows",
      professional("compliance: [soc2, hippa]"),
      ["tenants/test.yaml:11:20 TENANT_FRAMEWORK_UNKNOWN compliance.1"],
      professional('compliance: ["SOC 2", HIPAA]'),
    ],
  ];
  for (const [what, yaml, expected, fixed] of cases) {
    it(`${what}, and its twin is taken`, () => {
      deepEqual(problemsOf(yaml).map(summary), expected);
      deepEqual(problemsOf(fixed), []);
    });
  }

  it("R-TPL-5 says what is sold, what was found and which tier sells it", () => {
    const [problem] = problemsOf(professional("overrides:\n  limits.max_users: 501"));
    equal(problem?.message, "limits.max_users is outside what tier professional sells: 100, negotiable up to 500");
    deepEqual(
      [problem?.found, problem?.suggestion],
      ["501", "choose tier enterprise, the cheapest that does, or ask for less"],
    );
  });

  it("R-TPL-4 offers the nearest known path", () => {
    const suggestions = problemsOf(
      professional(
        "overrides: { limit.max_users: 5, mfa.required: true, security.pasword_policy.min_length: 14, zzzzzz: 1 }",
      ),
    ).map(({ suggestion }) => suggestion);
    deepEqual(suggestions, [
      "did you mean limits.max_users?",
      "did you mean security.mfa_config.required?",
      "did you mean security.password_policy.min_length?",
      "tenantry explain <tenant> lists every setting",
    ]);
  });

  it("R-TEN-2 finds every problem at once, in the order of the file", () => {
    const yaml = free(
      "compliance: [hipaa]\noverrides:\n  limits.max_users: 6\n  limits.max_user: 1\n  limits.storage_gb: x",
    );
    deepEqual(
      problemsOf(yaml).map(({ line, code }) => [line, code]),
      [
        [11, "TENANT_FRAMEWORK_NOT_SOLD"],
        [11, "TENANT_FRAMEWORK_NOT_SOLD"],
        [13, "TENANT_ENTITLEMENT_EXCEEDED"],
        [14, "TENANT_OVERRIDE_UNKNOWN"],
        [15, "TENANT_OVERRIDE_INVALID"],
      ],
    );
  });

  it("is safe from keys that reach for the prototype", () => {
    const document = {
      ...located(professional("")),
      value: JSON.parse(
        JSON.stringify(located(professional("")).value).replace(
          /}$/,
          ',"overrides":{"__proto__":{"polluted":true},"constructor.prototype.polluted":true}}',
        ),
      ),
    };
    deepEqual(
      problemsOf(document).map(({ code }) => code),
      ["TENANT_OVERRIDE_UNKNOWN", "TENANT_OVERRIDE_UNKNOWN"],
    );
    equal(({} as Record<string, unknown>)["polluted"], undefined);
  });
});

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
