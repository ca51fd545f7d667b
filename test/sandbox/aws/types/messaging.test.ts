import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { refusesEach, takesEach } from "../../../support/aws-refusals.ts";
import { type AwsSurroundings, awsSurroundings } from "../../../support/aws-surroundings.ts";

const topic = "aws:sns/topic:Topic";
const topicPolicy = "aws:sns/topicPolicy:TopicPolicy";
const subscription = "aws:sns/topicSubscription:TopicSubscription";
const queue = "aws:sqs/queue:Queue";
const queuePolicy = "aws:sqs/queuePolicy:QueuePolicy";

const allowing = (action: string, principal: unknown = { Service: "cloudwatch.amazonaws.com" }) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: principal, Action: action, Resource: "*" }],
  });
const nobody = { AWS: "arn:aws:iam::111122223333:role/nobody" };

describe("SNS of the embedded account", () => {
  let place: AwsSurroundings;
  before(async () => {
    place = await awsSurroundings();
  });

  it("refuses names, policies and settings that SNS refuses", async () => {
    await refusesEach(place.client, topic, { name: "good_name-1" }, [
      ["name", "a b", /InvalidParameter: Topic Name/],
      ["name", "a.fifo", /only ends the name of a FIFO topic/],
      ["name", "a".repeat(257), /1 to 256/],
      ["displayName", "a".repeat(101), /at most 100 characters/],
      ["signatureVersion", 3, /range \(1 - 2\)/],
      ["contentBasedDeduplication", true, /only be set for FIFO topics/],
      ["policy", allowing("sns:*"), /action out of service scope! sns:\*/],
    ]);
    await takesEach(place.client, topic, { fifoTopic: true }, "name", ["a.fifo"]);
    const good = { arn: place.ids["topicArn"], policy: allowing("sns:Publish") };
    await refusesEach(place.client, topicPolicy, good, [
      ["policy", allowing("sqs:SendMessage"), /out of service scope/],
      ["policy", "{}", /no Statement/],
      ["policy", allowing(`sns:${"P".repeat(31_000)}`), /allowed are 30720/],
    ]);
  });

  it("refuses endpoints that are none of their protocol's", async () => {
    const good = { topic: place.ids["topicArn"], protocol: "email", endpoint: "ops@example.com" };
    await refusesEach(place.client, subscription, good, [
      ["endpoint", "crm:4711", /Invalid parameter: email endpoint crm:4711/],
      ["protocol", "pigeon", /to be one of \[http https email/],
      ["protocol", "https", /https endpoint ops@example.com/],
      ["protocol", "firehose", /needs subscriptionRoleArn/],
      ["rawMessageDelivery", true, /raw message delivery is for/],
      ["filterPolicy", "[]", /no JSON object/],
      ["filterPolicy", JSON.stringify({ a: [], b: [], c: [], d: [], e: [], f: [] }), /at most 5 keys, got 6/],
      ["redrivePolicy", "{", /no JSON object/],
    ]);
  });

  it("refuses keys, topics, principals and queues that do not exist, and takes them where they do", async () => {
    const { client, ids } = place;
    await rejects(client.create(topic, { name: "x", kmsMasterKeyId: "none" }), /InvalidParameter: Invalid keyId/);
    const policyOf = { arn: ids["topicArn"], policy: allowing("sns:Publish", nobody) };
    await rejects(client.create(topicPolicy, policyOf), /PrincipalNotFound: .*role\/nobody/);
    await rejects(client.create(topicPolicy, { ...policyOf, arn: "arn:none" }), /NotFound: Topic does not exist/);
    const to = (endpoint: string | undefined) => ({ topic: ids["topicArn"], protocol: "sqs", endpoint });
    await rejects(
      client.create(subscription, to("arn:aws:sqs:eu-central-1:111122223333:none")),
      /the queue .*none does not exist/,
    );
    await client.create(subscription, to(ids["queueArn"]));
    const made = await client.create(topic, { name: "x", kmsMasterKeyId: "alias/aws/sns" });
    equal(made.outputs["arn"], "arn:aws:sns:eu-central-1:111122223333:x");
    match(String(made.outputs["policy"]), /AWS:SourceOwner/);
  });

  it("waits for an address to confirm, and for a queue not", async () => {
    const { client, ids } = place;
    const pending = async (protocol: string, endpoint: string | undefined) =>
      (await client.create(subscription, { topic: ids["topicArn"], protocol, endpoint })).outputs[
        "pendingConfirmation"
      ];
    deepEqual([await pending("email", "a@example.com"), await pending("sqs", ids["otherQueueArn"])], [true, false]);
  });

  it("ends a topic's subscriptions with the topic", async () => {
    const { client } = place;
    const made = await client.create(topic, { name: "short-lived" });
    const inputs = { topic: made.id, protocol: "email", endpoint: "a@example.com" };
    const one = await client.create(subscription, inputs);
    await client.delete(made);
    equal(await client.read(one), undefined);
  });
});

describe("SQS of the embedded account", () => {
  let place: AwsSurroundings;
  before(async () => {
    place = await awsSurroundings();
  });

  it("refuses values that SQS refuses", async () => {
    await refusesEach(place.client, queue, { name: "good_name-1", kmsMasterKeyId: "alias/aws/sqs" }, [
      ["name", "a b", /1 to 80 letters/],
      ["messageRetentionSeconds", 1_209_601, /range \(60 - 1209600\)/],
      ["visibilityTimeoutSeconds", 43_201, /range \(0 - 43200\)/],
      ["sqsManagedSseEnabled", true, /conflicts with kmsMasterKeyId/],
      ["redrivePolicy", "{}", /deadLetterTargetArn is no queue's ARN/],
      [
        "redrivePolicy",
        JSON.stringify({ deadLetterTargetArn: place.ids["queueArn"], maxReceiveCount: 1001 }),
        /maxReceiveCount is from 1 to 1000/,
      ],
      ["policy", allowing(`sqs:${"S".repeat(8200)}`), /allowed are 8192/],
    ]);
  });

  it("refuses dead letters, queues and principals that do not exist, and takes them where they do", async () => {
    const { client, ids } = place;
    const to = (deadLetterTargetArn: string | undefined) => ({
      name: "one",
      redrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 5 }),
    });
    await rejects(client.create(queue, to("arn:aws:sqs:eu-central-1:111122223333:none")), /target does not exist/);
    const made = await client.create(queue, to(ids["queueArn"]));
    equal(made.id, "https://sqs.eu-central-1.amazonaws.com/111122223333/one");
    equal(made.outputs["sqsManagedSseEnabled"], true);
    const policy = allowing("sqs:SendMessage");
    await rejects(client.create(queuePolicy, { queueUrl: "https://none", policy }), /NonExistentQueue/);
    await rejects(
      client.create(queuePolicy, { queueUrl: made.id, policy: allowing("sqs:SendMessage", nobody) }),
      /InvalidAttributeValue: .*role\/nobody/,
    );
    await client.create(queuePolicy, { queueUrl: made.id, policy });
  });
});
