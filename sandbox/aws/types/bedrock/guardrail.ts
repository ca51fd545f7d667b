import type { PropertyMap } from "../../../provider/provider.ts";
import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, outside, when } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { requireKey } from "../../references.ts";
import { removeRow, rowsOf } from "../../rows.ts";
import { map, maps, number, text } from "../../values.ts";

const token = "aws:bedrock/guardrail:Guardrail";
const policies = [
  "contentPolicyConfig",
  "contextualGroundingPolicyConfig",
  "sensitiveInformationPolicyConfig",
  "topicPolicyConfig",
  "wordPolicyConfig",
];
/** Guardrails per account and Region. Source: Service Quotas, "Guardrails per account". */
const mostGuardrails = 100;

/** Scores of contextual grounding; 1 would refuse everything. Source: Bedrock user guide, "Contextual grounding check". */
const mostThreshold = 0.99;

const filtersOf = (inputs: PropertyMap, policy: string) => maps(map(inputs, policy), "filtersConfigs");

export const guardrail = defineType({
  token,
  naming: { input: "name", maximumLength: 50 },
  updatedOutputs: ["updatedAt"],
  check: (inputs) =>
    when(
      [
        policies.every((policy) => inputs[policy] === undefined),
        "contentPolicyConfig",
        "api error ValidationException: A guardrail must have at least one policy",
      ],
      [
        filtersOf(inputs, "contextualGroundingPolicyConfig").some((filter) =>
          outside(number(filter, "threshold"), 0, mostThreshold),
        ),
        "contextualGroundingPolicyConfig",
        `api error ValidationException: Threshold must be between 0 and ${mostThreshold}`,
      ],
      [
        filtersOf(inputs, "contentPolicyConfig").some(
          (filter) => text(filter, "type") === "PROMPT_ATTACK" && text(filter, "outputStrength") !== "NONE",
        ),
        "contentPolicyConfig",
        "api error ValidationException: Output strength of the PROMPT_ATTACK filter must be NONE",
      ],
    ),
  create: (inputs, account) => {
    const name = text(inputs, "name") ?? "";
    const existing = rowsOf(account, token);
    if (existing.some((row) => row.inputs["name"] === name)) {
      throw new AwsError("ConflictException", `Another guardrail in your account already has this name: ${name}`);
    }
    if (existing.length >= mostGuardrails) {
      throw new AwsError("ServiceQuotaExceededException", `At most ${mostGuardrails} guardrails are allowed`);
    }
    requireKey(account, text(inputs, "kmsKeyArn"), "ValidationException");
    const guardrailId = hex(12);
    const guardrailArn = arn(account, "bedrock", `guardrail/${guardrailId}`);
    const now = account.world.now().toISOString();
    return {
      // The provider's own id holds both.
      id: `${guardrailId},DRAFT`,
      arn: guardrailArn,
      computed: { guardrailId, guardrailArn, version: "DRAFT", status: "READY", createdAt: now, updatedAt: now },
    };
  },
  update: (_row, news, account) => {
    requireKey(account, text(news, "kmsKeyArn"), "ValidationException");
    return { updatedAt: account.world.now().toISOString() };
  },
  // Without a version named, all of them go: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_DeleteGuardrail.html
  delete: (row, account) => {
    for (const version of rowsOf(account, "aws:bedrock/guardrailVersion:GuardrailVersion"))
      if (version.inputs["guardrailArn"] === row.arn) removeRow(account.world, version);
    return undefined;
  },
});
