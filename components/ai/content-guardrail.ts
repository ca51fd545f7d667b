import { Guardrail } from "@pulumi/aws/bedrock/guardrail.js";
import { GuardrailVersion } from "@pulumi/aws/bedrock/guardrailVersion.js";
import * as pulumi from "@pulumi/pulumi";
import type { GuardrailPlan } from "../../model/plan/ai-plan.ts";

export interface ContentGuardrailArgs {
  readonly plan: GuardrailPlan;
  readonly kmsKeyArn: pulumi.Input<string>;
}

const refusal = "This was refused by the content rules of your plan.";
const harmful = ["SEXUAL", "VIOLENCE", "MISCONDUCT"];
const biased = ["HATE", "INSULTS"];

/**
 * What is kept out of questions to AI models and out of their answers, at a version of its own.
 *
 * Roles are bound to the version, so edited rules reach nobody before a new version is declared: the version's
 * description holds the policy's digest, and earlier versions stay as evidence. Costs by text that is looked at.
 */
export class ContentGuardrail extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;
  readonly version: pulumi.Output<string>;

  constructor(name: string, args: ContentGuardrailArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:ContentGuardrail", name, {}, opts);
    const { plan, kmsKeyArn } = args;
    const parent = { parent: this };

    const guardrail = new Guardrail(
      name,
      {
        name: plan.guardrailName,
        description: `Content policy ${plan.policyDigest}`,
        blockedInputMessaging: refusal,
        blockedOutputsMessaging: refusal,
        contentPolicyConfig: contentPolicy(plan),
        ...groundingPolicy(plan),
        kmsKeyArn,
      },
      parent,
    );
    const version = new GuardrailVersion(
      `${name}-version`,
      { guardrailArn: guardrail.guardrailArn, description: `Content policy ${plan.policyDigest}`, skipDestroy: true },
      parent,
    );

    this.arn = guardrail.guardrailArn;
    this.version = version.version;
    this.registerOutputs({ arn: this.arn, version: this.version });
  }
}

function contentPolicy({ contentFilter, biasFilter, filterStrength }: GuardrailPlan) {
  const filter = (type: string, strength: string) => ({ type, inputStrength: strength, outputStrength: strength });
  return {
    filtersConfigs: [
      ...(contentFilter ? harmful.map((type) => filter(type, filterStrength)) : []),
      // Bedrock knows no measure of bias: hatred and insults at the highest strength are the nearest it has.
      ...(biasFilter || contentFilter ? biased.map((type) => filter(type, biasFilter ? "HIGH" : filterStrength)) : []),
      // An answer cannot attack a prompt, so the service demands NONE there.
      { type: "PROMPT_ATTACK", inputStrength: "HIGH", outputStrength: "NONE" },
    ],
  };
}

const groundingPolicy = ({ groundingThreshold: threshold }: GuardrailPlan) =>
  threshold === undefined
    ? {}
    : {
        contextualGroundingPolicyConfig: {
          filtersConfigs: ["GROUNDING", "RELEVANCE"].map((type) => ({ type, threshold })),
        },
      };
