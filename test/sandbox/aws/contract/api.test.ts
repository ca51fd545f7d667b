import { describeAwsContract } from "../../../support/aws-contract.ts";

describeAwsContract(
  [
    "aws:apigateway/account:Account",
    "aws:apigateway/apiKey:ApiKey",
    "aws:apigateway/deployment:Deployment",
    "aws:apigateway/integration:Integration",
    "aws:apigateway/method:Method",
    "aws:apigateway/methodSettings:MethodSettings",
    "aws:apigateway/requestValidator:RequestValidator",
    "aws:apigateway/resource:Resource",
    "aws:apigateway/restApi:RestApi",
    "aws:apigateway/stage:Stage",
    "aws:apigateway/usagePlan:UsagePlan",
    "aws:apigateway/usagePlanKey:UsagePlanKey",
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
  ],
  (ids) => {
    const restApi = ids["api"];
    const open = ids["otherApi"];
    const stages = [{ apiId: open, stage: "live" }];
    const stream = (bucketArn: string | undefined) => ({
      bucketArn,
      roleArn: ids["roleArn"],
      kmsKeyArn: ids["keyArn"],
    });
    return [
      {
        token: "aws:apigateway/account:Account",
        good: { cloudwatchRoleArn: ids["roleArn"] },
        changed: { cloudwatchRoleArn: ids["otherRoleArn"] },
        byHand: { property: "cloudwatchRoleArn", value: "other" },
      },
      {
        token: "aws:apigateway/apiKey:ApiKey",
        good: { name: "one", enabled: true, tags: { a: "b" } },
        changed: { enabled: false },
        replacing: { name: "two" },
        byHand: { property: "enabled", value: false },
      },
      {
        token: "aws:apigateway/deployment:Deployment",
        good: { restApi: open, triggers: { routes: "1" } },
        changed: { description: "one" },
        replacing: { triggers: { routes: "2" } },
        byHand: { property: "description", value: "by hand" },
      },
      {
        token: "aws:apigateway/integration:Integration",
        good: { restApi, resourceId: ids["twoPath"], httpMethod: "GET", type: "MOCK" },
        changed: { timeoutMilliseconds: 5000 },
        replacing: { resourceId: ids["threePath"] },
        byHand: { property: "timeoutMilliseconds", value: 100 },
      },
      {
        token: "aws:apigateway/method:Method",
        good: { restApi, resourceId: ids["onePath"], httpMethod: "POST", authorization: "NONE", apiKeyRequired: true },
        changed: { apiKeyRequired: false },
        replacing: { httpMethod: "PUT" },
        byHand: { property: "apiKeyRequired", value: false },
      },
      {
        token: "aws:apigateway/methodSettings:MethodSettings",
        good: { restApi: open, stageName: "live", methodPath: "*/*", settings: { metricsEnabled: true } },
        changed: { settings: { metricsEnabled: false } },
        replacing: { methodPath: "open/GET" },
        byHand: { property: "settings", value: { metricsEnabled: false } },
      },
      {
        token: "aws:apigateway/requestValidator:RequestValidator",
        good: { restApi, name: "one", validateRequestParameters: true },
        changed: { validateRequestBody: true },
        replacing: { restApi: open },
        byHand: { property: "validateRequestBody", value: true },
      },
      {
        token: "aws:apigateway/resource:Resource",
        good: { restApi, parentId: ids["apiRoot"], pathPart: "{proxy+}" },
        changed: { pathPart: "three" },
        replacing: { restApi: open, parentId: ids["otherApiRoot"] },
        byHand: { property: "pathPart", value: "other" },
      },
      {
        token: "aws:apigateway/restApi:RestApi",
        good: { name: "one", endpointConfiguration: { types: "REGIONAL" }, tags: { a: "b" } },
        changed: { description: "one" },
        byHand: { property: "description", value: "by hand" },
      },
      {
        token: "aws:apigateway/stage:Stage",
        good: { restApi: open, stageName: "one", deployment: ids["deployment"], tags: { a: "b" } },
        changed: { deployment: ids["otherDeployment"], xrayTracingEnabled: true },
        replacing: { stageName: "two" },
        byHand: { property: "xrayTracingEnabled", value: true },
      },
      {
        token: "aws:apigateway/usagePlan:UsagePlan",
        good: { name: "one", apiStages: stages, quotaSettings: { limit: 100, period: "DAY" }, tags: { a: "b" } },
        changed: { quotaSettings: { limit: 200, period: "DAY" }, throttleSettings: { rateLimit: 0.5, burstLimit: 1 } },
        byHand: { property: "quotaSettings", value: { limit: 1, period: "DAY" } },
      },
      {
        token: "aws:apigateway/usagePlanKey:UsagePlanKey",
        good: { keyId: ids["apiKey"], keyType: "API_KEY", usagePlanId: ids["usagePlan"] },
        replacing: { keyId: ids["otherApiKey"] },
      },
      {
        token: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
        good: { name: "one", destination: "extended_s3", extendedS3Configuration: stream(ids["bucketArn"]) },
        changed: { extendedS3Configuration: stream(ids["otherBucketArn"]) },
        replacing: { name: "two" },
        byHand: { property: "extendedS3Configuration", value: stream("other") },
      },
    ];
  },
);
