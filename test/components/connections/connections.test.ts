import { deepEqual, equal, match, ok } from "node:assert/strict";
import { Tenant } from "../../../components/tenant.ts";
import { synthesise } from "../../../fleet/synth/synthesise.ts";
import type { SynthesisedResource } from "../../../fleet/synth/synthesised-stack.ts";
import { planTenant } from "../../../model/plan/plan-tenant.ts";
import type { Phase, TenantPlan } from "../../../model/plan/tenant-plan.ts";
import { cellOutputs } from "../../support/cell-outputs.ts";
import { named, statement } from "../../support/declared.ts";
import { application, cellNamed, fleet, problemsOf, resolved, tenantHead } from "../../support/tenant-sources.ts";

const enterprise = (integrations: string, phase: Phase = "active") =>
  planTenant(
    resolved(tenantHead("enterprise", "database", `integrations:\n${integrations}`)),
    cellNamed("us-1"),
    fleet,
    application,
    phase,
  );

async function declaredBy(plan: TenantPlan): Promise<readonly SynthesisedResource[]> {
  const program = () => {
    new Tenant("t", { plan, cell: cellOutputs, retention: "kept" });
    return {};
  };
  return (await synthesise(program, { stack: "t" })).resources;
}
const shortly = (resources: readonly SynthesisedResource[], prefix: string) =>
  resources
    .filter(({ type, name }) => type.startsWith("aws:") && name.startsWith(prefix))
    .map(({ type, name }) => `${type.split(":").at(-1)} ${name}`)
    .toSorted();
const principal = "arn:aws:iam::999988887777:role/reads-exports";

describe("a tenant's connections", () => {
  it("R-INT-2 tell a Slack channel of reached limits through an encrypted topic, from which nobody can act", async () => {
    const plan = enterprise("  slack: { workspace: T0123ABCD, channel: C0123ABCD }");
    const resources = await declaredBy(plan);
    deepEqual(shortly(resources, "t-slack"), [
      "EventRule t-slack-rule",
      "EventTarget t-slack-target",
      "Role t-slack-role",
      "SlackChannelConfiguration t-slack",
      "Topic t-slack-topic",
      "TopicPolicy t-slack-topic-policy",
    ]);
    const { inputs } = named(resources, "t-slack", "SlackChannelConfiguration");
    deepEqual(inputs["guardrailPolicyArns"], ["arn:aws:iam::aws:policy/AWSDenyAll"]);
    deepEqual(JSON.parse(String(named(resources, "t-slack-rule").inputs["eventPattern"])), {
      source: [plan.compute.namespace],
      "detail-type": [{ wildcard: "*.limit.reached.*" }],
    });
    equal(named(resources, "t-slack-rule").inputs["state"], "ENABLED");
    const suspended = await declaredBy(
      enterprise("  slack: { workspace: T0123ABCD, channel: C0123ABCD }", "suspended"),
    );
    equal(named(suspended, "t-slack-rule").inputs["state"], "DISABLED");
  });

  it("R-INT-6 send events to Jira with a connection whose value is in no plan, and keep what it does not take", async () => {
    const settings =
      "  jira: { cloud_id: 00000000-0000-4000-8000-000000000005, project: OPS, client_id: abc, client_secret: { secret: jira-secret } }";
    const resources = await declaredBy(enterprise(settings));
    const { inputs, options } = named(resources, "t-jira-connection");
    equal(inputs["authorizationType"], "OAUTH_CLIENT_CREDENTIALS");
    deepEqual(options.ignoreChanges, ["authParameters"]);
    match(JSON.stringify(named(resources, "t-jira-target").inputs["deadLetterConfig"]), /sqs:.*tenant-t7k3m9qd-jira"/);
    const { Action, Resource } = statement(named(resources, "t-jira-role-policy"), "Call");
    equal(Action, "events:InvokeApiDestination");
    match(String(Resource), /:api-destination\/.*tenant-t7k3m9qd-jira\//);
  });

  it("R-INT-3 let one role of another account read the exports alone, with an external id of this tenant", async () => {
    const plan = enterprise(`  aws: { role_arn: "${principal}" }`);
    const resources = await declaredBy(plan);
    const trust = statement(named(resources, "t-aws", "Role"), "Outsider", "assumeRolePolicy");
    const externalId = plan.connections.connections[0]?.externalId ?? "";
    match(externalId, /^[0-9a-f]{32}$/);
    deepEqual(
      [trust.Principal, trust.Condition],
      [{ AWS: principal }, { StringEquals: { "sts:ExternalId": externalId } }],
    );
    const objects = statement(named(resources, "t-aws-policy"), "Objects");
    deepEqual(
      [objects.Action, objects.Resource],
      [["s3:GetObject"], `arn:aws:s3:::${plan.bucket.bucketName}/exports/*`],
    );
    ok(plan.notices.some((notice) => notice.includes(externalId)));
    const key = statement(named(resources, "t-key", "Key"), "ConnectedProducts");
    match(JSON.stringify(key.Condition), new RegExp(plan.connections.keyRoleNames[0] ?? "none"));
    const suspended = await declaredBy(enterprise(`  aws: { role_arn: "${principal}" }`, "suspended"));
    equal(statement(named(suspended, "t-aws-policy"), "Suspended").Effect, "Deny");
  });

  it("R-INT-6 trust exactly one environment of one repository", async () => {
    const resources = await declaredBy(enterprise("  github: { repository: acme/product, environment: production }"));
    const trust = statement(named(resources, "t-github", "Role"), "Outsider", "assumeRolePolicy");
    deepEqual(trust.Principal, {
      Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
    });
    deepEqual(trust.Condition, {
      StringEquals: {
        "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
        "token.actions.githubusercontent.com:sub": "repo:acme/product:environment:production",
      },
    });
  });

  it("R-INT-3 let the tenant's own role get tokens for one audience, and no key", async () => {
    const settings =
      "  azure: { tenant_id: 00000000-0000-4000-8000-000000000001, client_id: 00000000-0000-4000-8000-000000000003 }";
    const policy = named(await declaredBy(enterprise(settings)), "t-azure");
    match(JSON.stringify(statement(policy, "TokensForOneCloud").Condition), /"api:\/\/AzureADTokenExchange"/);
  });

  it("R-INT-5 stream each log group to Datadog, with a key that the stream itself reads", async () => {
    const plan = enterprise("  datadog: { site: datadoghq.eu, api_key: { secret: datadog-key } }");
    const resources = await declaredBy(plan);
    const { inputs } = named(resources, "t-datadog", "FirehoseDeliveryStream");
    const http = JSON.parse(JSON.stringify(inputs["httpEndpointConfiguration"])) as Record<string, unknown>;
    equal(http["url"], "https://aws-kinesis-http-intake.logs.datadoghq.eu/v1/input");
    match(JSON.stringify(http["secretsManagerConfiguration"]), /secret:.*tenant-t7k3m9qd\/datadog-key/);
    equal(
      shortly(resources, "t-datadog").filter((one) => one.startsWith("LogSubscription")).length,
      plan.logGroups.length,
    );
    match(
      JSON.stringify(statement(named(resources, "t-secret-datadog-key", "Secret"), "OtherRoles").Condition),
      new RegExp(plan.connections.connections[0]?.roleName ?? "none"),
    );
  });

  it("R-INT-1 offer the tenant's identity provider beside its own users, and never in a shared pool", async () => {
    const saml = 'okta: { saml_metadata_url: "https://acme.okta.example/metadata" }';
    const resources = await declaredBy(enterprise(`  ${saml}`));
    equal(named(resources, "t-okta").inputs["providerType"], "SAML");
    deepEqual(named(resources, "t-users-client").inputs["supportedIdentityProviders"], ["COGNITO", "okta"]);
    const [problem] = problemsOf(tenantHead("professional", "shared", `integrations:\n  ${saml}`));
    equal(problem?.code, "TENANT_INTEGRATION_NOT_POSSIBLE");
    equal(problem?.suggestion, "choose tier professional, the cheapest that does, or ask for less");
  });

  it("R-INT-7 publish webhooks with the names of their secrets", () => {
    const custom =
      "  custom: [ { name: crm, url: https://crm.acme.example/hook, events: [user.created], signing_secret: { secret: crm-webhook } } ]";
    const [webhook] = enterprise(custom).connections.webhooks;
    match(webhook?.secretName ?? "", /\/tenant-t7k3m9qd\/crm-webhook$/);
  });
});
