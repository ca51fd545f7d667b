import { deepEqual, equal, match } from "node:assert/strict";
import { named, statement } from "../../support/declared.ts";
import { declaredBy, shortly } from "../../support/declared-connections.ts";
import { enterpriseWith } from "../../support/enterprise-with.ts";

const jira =
  "jira: { cloud_id: 00000000-0000-4000-8000-000000000005, project: OPS, client_id: abc, client_secret: { secret: jira-secret } }";

describe("EventDestination", () => {
  it("R-INT-6 sends events to Jira with a connection whose value is in no plan, and keeps what it does not take", async () => {
    const resources = await declaredBy(enterpriseWith(jira));
    const { inputs, options } = named(resources, "t-jira-connection");
    equal(inputs["authorizationType"], "OAUTH_CLIENT_CREDENTIALS");
    deepEqual(options.ignoreChanges, ["authParameters"]);
    match(JSON.stringify(named(resources, "t-jira-target").inputs["deadLetterConfig"]), /sqs:.*tenant-t7k3m9qd-jira"/);
    const { Action, Resource } = statement(named(resources, "t-jira-role-policy"), "Call");
    equal(Action, "events:InvokeApiDestination");
    match(String(Resource), /:api-destination\/.*tenant-t7k3m9qd-jira\//);
  });

  it("R-INT-6 keeps undelivered events under the tenant's key for 14 days, put there by that rule alone", async () => {
    const resources = await declaredBy(enterpriseWith(jira));
    const { inputs, options } = named(resources, "t-jira-undelivered");
    equal(inputs["messageRetentionSeconds"], 1_209_600);
    deepEqual(options.propertyDependencies?.["kmsMasterKeyId"], [named(resources, "t-key", "Key").urn]);
    const { Principal, Action, Condition } = statement(named(resources, "t-jira-undelivered-policy"), "Undelivered");
    deepEqual([Principal, Action], [{ Service: "events.amazonaws.com" }, "sqs:SendMessage"]);
    match(
      JSON.stringify(Condition),
      /^\{"ArnEquals":\{"aws:SourceArn":"arn:aws:events:[^"*]*tenant-t7k3m9qd-jira"\}\}$/,
    );
  });

  it("R-LC-4 sends nothing of a suspended tenant, and keeps the way to send", async () => {
    const [active, suspended] = await Promise.all([
      declaredBy(enterpriseWith(jira)),
      declaredBy(enterpriseWith(jira, "suspended")),
    ]);
    deepEqual(
      [active, suspended].map((resources) => named(resources, "t-jira-rule").inputs["state"]),
      ["ENABLED", "DISABLED"],
    );
    deepEqual(shortly(suspended, "t-jira"), shortly(active, "t-jira"));
  });
});
