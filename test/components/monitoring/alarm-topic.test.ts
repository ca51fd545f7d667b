import { deepEqual, equal } from "node:assert/strict";
import { AlarmTopic } from "../../../components/monitoring/alarm-topic.ts";
import { arnOf, declared, named, shortNames, statement } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const { cell } = cellPlan("us-1");
const topic = (subscriber?: string) =>
  declared(() => {
    const plan = {
      topicName: "fleet-owner",
      displayName: "Alarms",
      ...(subscriber === undefined ? {} : { subscriber }),
    };
    new AlarmTopic("owner", { plan, cell, kmsKeyArn: arnOf("kms"), publishers: ["cloudwatch"] });
  });

describe("AlarmTopic", () => {
  it("R-MON-2 is encrypted, with the subscription of whoever has the address", async () => {
    const resources = await topic("admin@acme.example");
    deepEqual(shortNames(resources), [
      "Topic owner",
      "TopicPolicy owner-policy",
      "TopicSubscription owner-subscription",
    ]);
    equal(named(resources, "owner").inputs["kmsMasterKeyId"], arnOf("kms"));
    const { protocol, endpoint } = named(resources, "owner-subscription").inputs;
    deepEqual([protocol, endpoint], ["email", "admin@acme.example"]);
  });

  it("R-MON-2 is there without a subscription where nobody's address is known", async () => {
    deepEqual(shortNames(await topic()), ["Topic owner", "TopicPolicy owner-policy"]);
  });

  it("R-SEC-4 takes messages from this account's alarms alone, over TLS", async () => {
    const policy = named(await topic(), "owner-policy");
    const publish = statement(policy, "Publishcloudwatch");
    deepEqual(
      [publish.Principal, publish.Action, publish.Resource, publish.Condition],
      [
        { Service: "cloudwatch.amazonaws.com" },
        "sns:Publish",
        `arn:aws:sns:us-east-1:${cell.accountId}:fleet-owner`,
        { StringEquals: { "aws:SourceAccount": cell.accountId } },
      ],
    );
    equal(statement(policy, "RefuseWithoutTls").Effect, "Deny");
  });
});
