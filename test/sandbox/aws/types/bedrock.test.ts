import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { type AwsClient, awsClient } from "../../../support/aws-client.ts";
import { refusesEach, takesEach } from "../../../support/aws-refusals.ts";
import { awsWorld } from "../../../support/aws-world.ts";

const profile = "aws:bedrock/inferenceProfile:InferenceProfile";
const guardrail = "aws:bedrock/guardrail:Guardrail";
const version = "aws:bedrock/guardrailVersion:GuardrailVersion";
const logging = "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration";

const source = (region: string) => ({
  copyFrom: `arn:aws:bedrock:${region}::foundation-model/anthropic.claude-3-haiku-20240307-v1:0`,
});
const messages = { blockedInputMessaging: "no", blockedOutputsMessaging: "no" };
const grounded = (threshold: number) => ({ filtersConfigs: [{ type: "RELEVANCE", threshold }] });
const filtered = (outputStrength: string) => ({
  filtersConfigs: [{ type: "PROMPT_ATTACK", inputStrength: "HIGH", outputStrength }],
});
const rules = { name: "rules", ...messages, contextualGroundingPolicyConfig: grounded(0.8) };

describe("Bedrock of the embedded account", () => {
  let client: AwsClient;
  beforeEach(async () => {
    client = await awsClient(awsWorld());
  });

  it("makes a profile of a model of the Region, and of no other Region's", async () => {
    const made = await client.create(profile, { name: "one", modelSource: source("eu-central-1") });
    match(made.id, /^arn:aws:bedrock:eu-central-1:\d{12}:application-inference-profile\/[0-9a-f]{12}$/);
    deepEqual([made.outputs["status"], made.outputs["type"]], ["ACTIVE", "APPLICATION"]);
    await rejects(client.create(profile, { name: "two", modelSource: source("us-east-1") }), /not in eu-central-1/);
    await rejects(client.create(profile, { name: "one", modelSource: source("eu-central-1") }), /ConflictException/);
  });

  it("takes names that Bedrock takes", async () => {
    const good = { name: "one", modelSource: source("eu-central-1") };
    await refusesEach(client, profile, good, [["name", "one--two", /inferenceProfileName/]]);
    await takesEach(client, profile, good, "name", ["one-two", "One two_3"]);
  });

  it("refuses a guardrail without a policy, thresholds out of range and a filtered answer for prompt attacks", async () => {
    deepEqual(await client.check(guardrail, rules), []);
    match((await client.check(guardrail, { name: "rules", ...messages }))[0]?.reason ?? "", /at least one policy/);
    await refusesEach(client, guardrail, { ...rules, contentPolicyConfig: filtered("NONE") }, [
      ["contextualGroundingPolicyConfig", grounded(1), /between 0 and 0.99/],
      ["contentPolicyConfig", filtered("HIGH"), /must be NONE/],
    ]);
    await rejects(client.create(guardrail, { ...rules, kmsKeyArn: "arn:aws:kms:eu-central-1:1:key/no" }), /Validation/);
  });

  it("counts versions of a guardrail from 1, and keeps one that is not to be destroyed", async () => {
    const made = await client.create(guardrail, rules);
    const guardrailArn = made.outputs["guardrailArn"];
    const first = await client.create(version, { guardrailArn, skipDestroy: true });
    equal(first.outputs["version"], "1");
    await client.delete(first);
    equal((await client.create(version, { guardrailArn })).outputs["version"], "2");
    await rejects(client.create(version, { guardrailArn: `${String(guardrailArn)}0` }), /ResourceNotFoundException/);
  });

  it("logs calls to what exists, once for an account in a Region", async () => {
    match((await client.check(logging, { loggingConfig: {} }))[0]?.reason ?? "", /log group or a bucket/);
    const missing = { cloudwatchConfig: { logGroupName: "/none", roleArn: "arn:aws:iam::111122223333:role/none" } };
    await rejects(client.create(logging, { loggingConfig: missing }), /ValidationException/);
    const bucket = { loggingConfig: { s3Config: { bucketName: "calls" } } };
    await client.create(logging, bucket);
    await rejects(client.create(logging, bucket), /ConflictException/);
  });
});
