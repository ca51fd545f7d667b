import type { AiModel } from "../../model/ai-model.ts";

/**
 * Reached through Bedrock's own inference profiles alone; they stay inside their geography.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
 */
export const model: AiModel = {
  alias: "claude-haiku-4-5",
  title: "Claude Haiku 4.5",
  vendor: "Anthropic",
  cardUrl: "https://www.anthropic.com/claude-haiku-4-5-system-card",
  purpose: "Answers, summaries and tool use over the tenant's own documents.",
  owner: "head of product",
  lifecycle: { state: "active", endsNoSoonerThan: "2026-10-01" },
  provider: "bedrock",
  modelId: "anthropic.claude-haiku-4-5-20251001-v1:0",
  regions: [],
  crossRegion: [
    {
      profileId: "us.anthropic.claude-haiku-4-5-20251001-v1:0",
      regions: ["us-east-1", "us-east-2", "us-west-2"],
    },
    {
      profileId: "eu.anthropic.claude-haiku-4-5-20251001-v1:0",
      regions: ["eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3"],
    },
    { profileId: "jp.anthropic.claude-haiku-4-5-20251001-v1:0", regions: ["ap-northeast-1", "ap-northeast-3"] },
    { profileId: "au.anthropic.claude-haiku-4-5-20251001-v1:0", regions: ["ap-southeast-2", "ap-southeast-4"] },
  ],
};
