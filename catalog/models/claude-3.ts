import type { AiModel } from "../../model/ai-model.ts";

/** https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html */
export const model: AiModel = {
  alias: "claude-3",
  title: "Claude 3 Haiku",
  vendor: "Anthropic",
  cardUrl: "https://www.anthropic.com/claude-3-model-card",
  purpose: "Short answers over the tenant's own documents, at a low price.",
  owner: "head of product",
  lifecycle: { state: "legacy", successor: "claude-haiku-4-5" },
  provider: "bedrock",
  modelId: "anthropic.claude-3-haiku-20240307-v1:0",
  regions: [
    "us-east-1",
    "us-west-2",
    "ca-central-1",
    "eu-central-1",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "ap-southeast-2",
  ],
  crossRegion: [
    { profileId: "us.anthropic.claude-3-haiku-20240307-v1:0", regions: ["us-east-1", "us-west-2"] },
    {
      profileId: "eu.anthropic.claude-3-haiku-20240307-v1:0",
      regions: ["eu-central-1", "eu-west-1", "eu-west-3"],
    },
  ],
};
