import { InferenceProfile } from "@pulumi/aws/bedrock/inferenceProfile.js";
import * as pulumi from "@pulumi/pulumi";
import type { InferenceProfilePlan } from "../../model/plan/ai-plan.ts";

/**
 * Profiles that models are called through, one a model: their tags put the calls on the right bill. They cost nothing.
 *
 * The sources are Bedrock's, so a profile never leads outside the Regions that the plan names.
 */
export class ModelProfiles extends pulumi.ComponentResource {
  /** Alias of the model → ARN of its profile. */
  readonly arns: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(name: string, plans: readonly InferenceProfilePlan[], opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:ModelProfiles", name, {}, opts);
    this.arns = Object.fromEntries(
      plans.map(({ alias, profileName, sourceArn }) => {
        const profile = new InferenceProfile(
          `${name}-${alias}`,
          {
            name: profileName,
            description: `Calls of ${alias.replaceAll("-", " ")}`,
            modelSource: { copyFrom: sourceArn },
          },
          { parent: this },
        );
        return [alias, profile.arn];
      }),
    );
    this.registerOutputs({ arns: this.arns });
  }
}
