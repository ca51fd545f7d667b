import { InvocationLoggingConfiguration } from "@pulumi/aws/bedrockmodel/invocationLoggingConfiguration.js";
import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellAiPlan } from "../../model/plan/ai-plan.ts";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import { policyDocument } from "../identity/policy-document.ts";
import { serviceTrust } from "../identity/service-trust.ts";
import { type Retention, retainedAs } from "../retention.ts";
import { ContentGuardrail } from "./content-guardrail.ts";
import { ModelProfiles } from "./model-profiles.ts";

export interface CellModelsArgs {
  readonly cell: CellReference;
  readonly plan: CellAiPlan;
  readonly retention: Retention;
  readonly kmsKeyArn: pulumi.Input<string>;
}

/**
 * What a cell's tenants share to reach AI models: profiles of the shared level, a guardrail per distinct policy, and the
 * log of every call with its question and answer.
 *
 * Bedrock has one such log for an account in a Region, so it is under the cell's key; a tenant's calls are told apart
 * by their profile. Costs what is written and stored. Logs survive `pulumi destroy` unless released.
 */
export class CellModels extends pulumi.ComponentResource {
  readonly profileArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** By the digest of their policy. */
  readonly guardrails: ReadonlyMap<string, ContentGuardrail>;

  constructor(name: string, args: CellModelsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CellModels", name, {}, opts);
    const { plan, kmsKeyArn } = args;
    const parent = { parent: this };

    this.profileArns = new ModelProfiles(`${name}-profiles`, plan.profiles, parent).arns;
    this.guardrails = new Map(
      plan.guardrails.map((guardrail) => [
        guardrail.policyDigest,
        new ContentGuardrail(`${name}-guardrail-${guardrail.policyDigest}`, { plan: guardrail, kmsKeyArn }, parent),
      ]),
    );
    logInvocations(`${name}-invocations`, args, parent);
    this.registerOutputs({ profileArns: this.profileArns });
  }
}

function logInvocations(name: string, args: CellModelsArgs, opts: pulumi.CustomResourceOptions): void {
  const { plan, retention, kmsKeyArn } = args;
  const group = new LogGroup(
    name,
    { name: plan.invocationLogGroupName, retentionInDays: plan.invocationLogRetentionDays, kmsKeyId: kmsKeyArn },
    { ...opts, ...retainedAs(retention) },
  );
  const role = new Role(
    `${name}-role`,
    {
      name: plan.invocationLogRoleName,
      assumeRolePolicy: serviceTrust("bedrock.amazonaws.com", args.cell.accountId),
    },
    opts,
  );
  const policy = policyDocument([
    {
      Sid: "InvocationLogs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: pulumi.interpolate`${group.arn}:log-stream:aws/bedrock/modelinvocations`,
    },
  ]);
  const access = new RolePolicy(`${name}-role-policy`, { name: "access", role: role.name, policy }, opts);
  new InvocationLoggingConfiguration(
    name,
    {
      loggingConfig: {
        cloudwatchConfig: { logGroupName: group.name, roleArn: role.arn },
        textDataDeliveryEnabled: true,
        embeddingDataDeliveryEnabled: false,
        imageDataDeliveryEnabled: false,
        videoDataDeliveryEnabled: false,
      },
    },
    // Bedrock tries the role when it is told of it.
    { ...opts, dependsOn: [access] },
  );
}
