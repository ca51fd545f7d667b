import { deepEqual, equal, match } from "node:assert/strict";
import { named, statement } from "../../support/declared.ts";
import { declaredBy } from "../../support/declared-connections.ts";
import { enterpriseWith } from "../../support/enterprise-with.ts";
import { problemsOf, tenantHead } from "../../support/tenant-sources.ts";

describe("a tenant's connections", () => {
  it("R-INT-3 let the tenant's own role get tokens for one audience, and no key", async () => {
    const settings =
      "azure: { tenant_id: 00000000-0000-4000-8000-000000000001, client_id: 00000000-0000-4000-8000-000000000003 }";
    const policy = named(await declaredBy(enterpriseWith(settings)), "t-azure");
    const { Effect, Condition } = statement(policy, "TokensForOneCloud");
    equal(Effect, "Allow");
    deepEqual(Condition, {
      "ForAllValues:StringEquals": { "sts:IdentityTokenAudience": ["api://AzureADTokenExchange"] },
      Null: { "sts:IdentityTokenAudience": "false" },
      NumericLessThanEquals: { "sts:DurationSeconds": "3600" },
    });
    const suspended = named(await declaredBy(enterpriseWith(settings, "suspended")), "t-azure");
    const denied = statement(suspended, "TokensForOneCloud");
    deepEqual([denied.Effect, denied.Condition], ["Deny", undefined]);
  });

  it("R-INT-1 offer the tenant's identity provider beside its own users, and never in a shared pool", async () => {
    const saml = 'okta: { saml_metadata_url: "https://acme.okta.example/metadata" }';
    const resources = await declaredBy(enterpriseWith(`${saml}`));
    equal(named(resources, "t-okta").inputs["providerType"], "SAML");
    deepEqual(named(resources, "t-users-client").inputs["supportedIdentityProviders"], ["COGNITO", "okta"]);
    const [problem] = problemsOf(tenantHead("professional", "shared", `integrations:\n  ${saml}`));
    equal(problem?.code, "TENANT_INTEGRATION_NOT_POSSIBLE");
    equal(problem?.suggestion, "choose tier professional, the cheapest that does, or ask for less");
  });

  it("R-INT-7 publish webhooks with the names of their secrets", () => {
    const custom =
      "  custom: [ { name: crm, url: https://crm.acme.example/hook, events: [user.created], signing_secret: { secret: crm-webhook } } ]";
    const [webhook] = enterpriseWith(custom).connections.webhooks;
    match(webhook?.secretName ?? "", /\/tenant-t7k3m9qd\/crm-webhook$/);
  });
});
