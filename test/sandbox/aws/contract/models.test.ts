import { describeAwsContract } from "../../../support/aws-contract.ts";

const source = "arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0";
const grounding = (threshold: number) => ({ filtersConfigs: [{ type: "GROUNDING", threshold }] });
const logging = (logGroupName: string | undefined, roleArn: string | undefined) => ({
  cloudwatchConfig: { logGroupName, roleArn },
});

describeAwsContract(
  [
    "aws:bedrock/inferenceProfile:InferenceProfile",
    "aws:bedrock/guardrail:Guardrail",
    "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration",
  ],
  (ids) => [
    {
      token: "aws:bedrock/inferenceProfile:InferenceProfile",
      good: { name: "one", modelSource: { copyFrom: source }, tags: { a: "b" } },
      changed: { tags: { a: "c" } },
      replacing: { name: "two" },
      byHand: { property: "description", value: "by hand" },
    },
    {
      token: "aws:bedrock/guardrail:Guardrail",
      good: {
        name: "one",
        blockedInputMessaging: "no",
        blockedOutputsMessaging: "no",
        contextualGroundingPolicyConfig: grounding(0.8),
        kmsKeyArn: ids["keyArn"],
      },
      changed: { contextualGroundingPolicyConfig: grounding(0.7) },
      replacing: { region: "us-west-2" },
      byHand: { property: "description", value: "by hand" },
    },
    {
      token: "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration",
      good: { loggingConfig: logging(ids["logs"], ids["roleArn"]) },
      changed: { loggingConfig: logging(ids["logs"], ids["otherRoleArn"]) },
      replacing: { region: "us-west-2", loggingConfig: { s3Config: { bucketName: "elsewhere" } } },
      byHand: { property: "loggingConfig", value: { s3Config: { bucketName: "by-hand" } } },
    },
  ],
);
