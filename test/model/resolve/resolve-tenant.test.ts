import { deepEqual, equal } from "node:assert/strict";
import {
  committed,
  located,
  problemsOf,
  resolve,
  resolved,
  tenantHead,
  tierNamed,
} from "../../support/tenant-sources.ts";

const professional = (more: string) => tenantHead("professional", "schema", more);
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
