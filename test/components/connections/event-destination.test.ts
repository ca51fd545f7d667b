import { deepEqual, equal, match } from "node:assert/strict";
import { named, statement } from "../../support/declared.ts";
import { declaredBy } from "../../support/declared-connections.ts";
import { enterpriseWith } from "../../support/enterprise-with.ts";

describe("EventDestination", () => {
  it("R-INT-6 sends events to Jira with a connection whose value is in no plan, and keeps what it does not take", async () => {
    const settings =
      "jira: { cloud_id: 00000000-0000-4000-8000-000000000005, project: OPS, client_id: abc, client_secret: { secret: jira-secret } }";
    const resources = await declaredBy(enterpriseWith(settings));
    const { inputs, options } = named(resources, "t-jira-connection");
    equal(inputs["authorizationType"], "OAUTH_CLIENT_CREDENTIALS");
    deepEqual(options.ignoreChanges, ["authParameters"]);
    match(JSON.stringify(named(resources, "t-jira-target").inputs["deadLetterConfig"]), /sqs:.*tenant-t7k3m9qd-jira"/);
    const { Action, Resource } = statement(named(resources, "t-jira-role-policy"), "Call");
    equal(Action, "events:InvokeApiDestination");
    match(String(Resource), /:api-destination\/.*tenant-t7k3m9qd-jira\//);
  });
});
