import { type AccessScope, type AccessTable, actionsOf } from "./type-access.ts";

const within =
  (...resources: readonly string[]) =>
  ({ partition, region, accountId }: AccessScope) =>
    resources.map((resource) => `arn:${partition}:bedrock:${region}:${accountId}:${resource}`);

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html */
export const bedrockAccess: AccessTable = {
  "aws:bedrock/inferenceProfile:InferenceProfile": {
    actions: actionsOf(
      "bedrock",
      "CreateInferenceProfile GetInferenceProfile DeleteInferenceProfile ListTagsForResource TagResource UntagResource",
    ),
    // Creating one names its source as well: a model of the Region, or one of Bedrock's own profiles.
    resources: (scope) => [
      ...within("application-inference-profile/*", "inference-profile/*")(scope),
      `arn:${scope.partition}:bedrock:*::foundation-model/*`,
    ],
  },
  "aws:bedrock/guardrail:Guardrail": {
    actions: actionsOf(
      "bedrock",
      "CreateGuardrail GetGuardrail UpdateGuardrail DeleteGuardrail ListTagsForResource TagResource UntagResource",
    ),
    resources: within("guardrail/*"),
  },
  "aws:bedrock/guardrailVersion:GuardrailVersion": {
    actions: actionsOf("bedrock", "CreateGuardrailVersion GetGuardrail DeleteGuardrail"),
    resources: within("guardrail/*"),
  },
  "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration": {
    actions: actionsOf(
      "bedrock",
      "PutModelInvocationLoggingConfiguration GetModelInvocationLoggingConfiguration DeleteModelInvocationLoggingConfiguration",
    ),
    resources: () => ["*"],
  },
};
