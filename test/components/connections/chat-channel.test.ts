import { deepEqual, equal } from "node:assert/strict";
import { named } from "../../support/declared.ts";
import { declaredBy, shortly } from "../../support/declared-connections.ts";
import { enterpriseWith } from "../../support/enterprise-with.ts";

describe("ChatChannel", () => {
  it("R-INT-2 tells a Slack channel of reached limits through an encrypted topic, from which nobody can act", async () => {
    const plan = enterpriseWith("slack: { workspace: T0123ABCD, channel: C0123ABCD }");
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
      enterpriseWith("slack: { workspace: T0123ABCD, channel: C0123ABCD }", "suspended"),
    );
    equal(named(suspended, "t-slack-rule").inputs["state"], "DISABLED");
  });
});
