import { arn, hexOf, type ServicePredictions, tagsAll, text } from "./prediction.ts";

/** Amazon Bedrock: profiles and guardrails have ids of 12 characters that the service draws. */
export const bedrockPredictions: ServicePredictions = {
  "aws:bedrock/inferenceProfile:InferenceProfile": {
    id: (context) => arn(context, "bedrock", `application-inference-profile/${hexOf(context.urn, 12)}`),
    outputs: (context, id) => ({ arn: id, ...tagsAll(context) }),
  },
  "aws:bedrock/guardrail:Guardrail": {
    id: ({ urn }) => `${hexOf(urn, 12)},DRAFT`,
    outputs: (context) => {
      const guardrailId = hexOf(context.urn, 12);
      const guardrailArn = arn(context, "bedrock", `guardrail/${guardrailId}`);
      return { guardrailId, guardrailArn, version: "DRAFT", ...tagsAll(context) };
    },
  },
  "aws:bedrock/guardrailVersion:GuardrailVersion": {
    id: (context) => `${text(context, "guardrailArn")},1`,
    outputs: () => ({ version: "1" }),
  },
  "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration": { id: ({ region }) => region },
};
