import { equal, match, rejects } from "node:assert/strict";
import { makeApis, makeStages } from "../../../support/aws-api-surroundings.ts";
import { type AwsClient, awsClient } from "../../../support/aws-client.ts";
import { refusesEach } from "../../../support/aws-refusals.ts";
import { awsWorld } from "../../../support/aws-world.ts";

const planType = "aws:apigateway/usagePlan:UsagePlan";
const planKeyType = "aws:apigateway/usagePlanKey:UsagePlanKey";
const streamType = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";

describe("API Gateway of the embedded account", () => {
  let client: AwsClient;
  const ids: Record<string, string> = {};
  beforeEach(async () => {
    client = await awsClient(awsWorld());
    const make = async (name: string, type: string, inputs: Readonly<Record<string, unknown>>) => {
      const { id, outputs } = await client.create(type, inputs);
      ids[name] = id;
      if (outputs["rootResourceId"] !== undefined) ids[`${name}Root`] = String(outputs["rootResourceId"]);
    };
    await makeApis(make, ids);
    await makeStages(make, ids);
  });

  it("R-API-1 makes a key's value up, and takes one of 20 to 128 characters", async () => {
    const key = "aws:apigateway/apiKey:ApiKey";
    match(String((await client.create(key, { name: "made" })).outputs["value"]), /^[a-z0-9]{40}$/);
    await refusesEach(client, key, { name: "given", value: "x".repeat(20) }, [
      ["value", "short", /range \(20 - 128\)/],
    ]);
  });

  it("R-API-1 counts quotas by the day, the week and the month, and by no hour", async () => {
    const good = { name: "one", quotaSettings: { limit: 100, period: "DAY" } };
    await refusesEach(client, planType, good, [
      ["quotaSettings", { limit: 100, period: "HOUR" }, /one of \[DAY WEEK MONTH\], got HOUR/],
      ["quotaSettings", { limit: 3_000_000_000, period: "DAY" }, /range \(0 - 2147483647\)/],
      ["throttleSettings", { rateLimit: -1 }, /must not be negative/],
    ]);
  });

  it("R-API-1 has a key in one plan of a stage at a time", async () => {
    const apiStages = [{ apiId: ids["otherApi"], stage: "live" }];
    const [one, two] = [
      await client.create(planType, { name: "one", apiStages }),
      await client.create(planType, { name: "two", apiStages }),
    ];
    const member = { keyId: ids["apiKey"], keyType: "API_KEY" };
    const held = await client.create(planKeyType, { ...member, usagePlanId: one.id });
    await rejects(
      client.create(planKeyType, { ...member, usagePlanId: two.id }),
      /ConflictException: .* multiple usage plans that have a stage in common/,
    );
    await client.delete(held);
    equal((await client.create(planKeyType, { ...member, usagePlanId: two.id })).id, ids["apiKey"]);
  });

  it("refuses plans for stages, and keys and plans, that do not exist", async () => {
    const apiStages = [{ apiId: ids["otherApi"], stage: "none" }];
    await rejects(client.create(planType, { name: "one", apiStages }), /Invalid stage identifier/);
    const of = { keyId: ids["apiKey"], keyType: "API_KEY", usagePlanId: ids["usagePlan"] };
    await rejects(client.create(planKeyType, { ...of, keyId: "none" }), /Invalid API Key identifier/);
    await rejects(client.create(planKeyType, { ...of, usagePlanId: "none" }), /Invalid Usage Plan ID/);
  });

  it("deploys what is whole, and lets a deployment go after its stages", async () => {
    const deployment = "aws:apigateway/deployment:Deployment";
    await rejects(client.create(deployment, { restApi: ids["api"] }), /No integration defined for method/);
    const empty = await client.create("aws:apigateway/restApi:RestApi", { name: "empty" });
    await rejects(client.create(deployment, { restApi: empty.id }), /doesn't contain any methods/);
    const inputs = { restApi: ids["otherApi"] };
    await rejects(
      client.delete({ type: deployment, id: ids["deployment"] ?? "", inputs, outputs: {} }),
      /Active stages pointing to this deployment/,
    );
  });

  it("R-API-1 writes access logs once the account has a role for it", async () => {
    const log = await client.create("aws:cloudwatch/logGroup:LogGroup", { name: "/api" });
    const stage = {
      restApi: ids["otherApi"],
      stageName: "logged",
      deployment: ids["deployment"],
      accessLogSettings: { destinationArn: log.outputs["arn"], format: "$context.requestId" },
    };
    const type = "aws:apigateway/stage:Stage";
    await rejects(client.create(type, stage), /CloudWatch Logs role ARN must be set in account settings/);
    const role = await client.create("aws:iam/role:Role", {
      name: "logs",
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "apigateway.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
    });
    await client.create("aws:apigateway/account:Account", { cloudwatchRoleArn: role.outputs["arn"] });
    match(
      String((await client.create(type, stage)).outputs["invokeUrl"]),
      /execute-api\.eu-central-1\.amazonaws\.com\/logged$/,
    );
  });

  it("R-INF-2 wants an access mode with an enhanced security policy, and a policy with a private API", async () => {
    const type = "aws:apigateway/restApi:RestApi";
    const good = { name: "one", endpointConfiguration: { types: "REGIONAL" } };
    await refusesEach(client, type, good, [
      ["securityPolicy", "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09", /needs an endpoint access mode/],
      ["endpointConfiguration", { types: "PRIVATE" }, /doesn't have a resource policy/],
    ]);
  });
});

describe("delivery streams of the embedded account", () => {
  it("R-BIL-1 sorts by keys that its query extracts, in pieces of at least 64 MB, and says where failures go", async () => {
    const client = await awsClient(awsWorld());
    const s3 = {
      bucketArn: "arn:aws:s3:::one",
      roleArn: "arn:aws:iam::111122223333:role/one",
      prefix: "events/!{partitionKeyFromQuery:tenant}/",
      errorOutputPrefix: "errors/",
      bufferingSize: 64,
      dynamicPartitioningConfiguration: { enabled: true },
      processingConfiguration: {
        enabled: true,
        processors: [
          {
            type: "MetadataExtraction",
            parameters: [{ parameterName: "MetadataExtractionQuery", parameterValue: "{tenant: .source}" }],
          },
        ],
      },
    };
    const good = { name: "one", destination: "extended_s3", extendedS3Configuration: s3 };
    const { errorOutputPrefix: _gone, ...withoutErrors } = s3;
    await refusesEach(client, streamType, good, [
      ["extendedS3Configuration", { ...s3, bufferingSize: 5 }, /at least 64 when Dynamic Partitioning/],
      ["extendedS3Configuration", { ...s3, prefix: "!{partitionKeyFromQuery:day}/" }, /uses the key day/],
      ["extendedS3Configuration", withoutErrors, /ErrorOutputPrefix is needed/],
      ["extendedS3Configuration", { ...s3, dynamicPartitioningConfiguration: { enabled: false } }, /not enabled/],
      ["name", "a name", /1 to 64 of a-z/],
    ]);
    await rejects(client.create(streamType, good), /The bucket arn:aws:s3:::one does not exist/);
  });
});
