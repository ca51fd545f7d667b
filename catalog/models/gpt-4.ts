import type { AiModel } from "../../model/ai-model.ts";

/** Offered by its vendor alone: calls leave AWS, and need a way out of the cell (`docs/running-on-aws.md`). */
export const model: AiModel = {
  alias: "gpt-4",
  title: "GPT-4",
  vendor: "OpenAI",
  cardUrl: "https://cdn.openai.com/papers/gpt-4-system-card.pdf",
  purpose: "A second opinion for tenants who ask for it by name.",
  owner: "head of product",
  lifecycle: { state: "active" },
  provider: "outside",
  secretName: "ai-providers/openai",
  endpoint: "https://api.openai.com/v1",
};
