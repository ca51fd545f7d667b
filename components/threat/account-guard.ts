import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import { AccountPublicAccessBlock } from "@pulumi/aws/s3/accountPublicAccessBlock.js";
import * as pulumi from "@pulumi/pulumi";
import type { GuardedAccountPlan } from "../../model/plan/control-plane-plan.ts";
import { policyDocument } from "../identity/policy-document.ts";
import { serviceTrust } from "../identity/service-trust.ts";
import { RegionGuard, type RegionGuardArgs } from "./region-guard.ts";

export interface AccountGuardArgs
  extends Pick<RegionGuardArgs, "standards" | "analyzerName" | "findingsRuleName" | "busArn" | "records"> {
  readonly plan: GuardedAccountPlan;
  readonly kmsKeyArn: pulumi.Input<string>;
}

/**
 * What an account of the fleet has once: no bucket of it can be opened to the public, and in each of its Regions
 * detection is on.
 */
export class AccountGuard extends pulumi.ComponentResource {
  /** Region → id of its detector. */
  readonly detectorIds: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(name: string, args: AccountGuardArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:AccountGuard", name, {}, opts);
    const { plan } = args;
    const parent = { parent: this };
    new AccountPublicAccessBlock(
      `${name}-public-access`,
      {
        accountId: plan.place.accountId,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      parent,
    );
    const recorderRoleArn = recorderRole(`${name}-recorder`, args, parent);
    const forwarderRoleArn = forwarderRole(`${name}-findings`, args, parent);
    const guards = plan.regions.map((region) => {
      const guard = new RegionGuard(
        `${name}-${region}`,
        { ...args, place: plan.place, region, recorderRoleArn, forwarderRoleArn },
        parent,
      );
      return [region, guard.detectorId] as const;
    });
    this.detectorIds = Object.fromEntries(guards);
    this.registerOutputs({ detectorIds: this.detectorIds });
  }
}

/** AWS Config reads what is declared, and delivers what it saw. */
function recorderRole(
  name: string,
  { plan, records, kmsKeyArn }: AccountGuardArgs,
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  const { partition, accountId } = plan.place;
  const role = new Role(
    name,
    { name: plan.recorderRoleName, assumeRolePolicy: serviceTrust("config.amazonaws.com", accountId) },
    opts,
  );
  const reading = `arn:${partition}:iam::aws:policy/service-role/AWS_ConfigRole`;
  new RolePolicyAttachment(`${name}-reads`, { role: role.name, policyArn: reading }, opts);
  const policy = policyDocument([
    { Sid: "Look", Effect: "Allow", Action: ["s3:GetBucketAcl", "s3:ListBucket"], Resource: records.arn },
    {
      Sid: "Deliver",
      Effect: "Allow",
      Action: "s3:PutObject",
      Resource: pulumi.interpolate`${records.arn}/AWSLogs/${accountId}/Config/*`,
    },
    { Sid: "Encrypt", Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: kmsKeyArn },
  ]);
  new RolePolicy(`${name}-delivers`, { name: "deliver", role: role.name, policy }, opts);
  return role.arn;
}

/** EventBridge puts findings on the control plane's bus. */
function forwarderRole(
  name: string,
  { plan, busArn }: AccountGuardArgs,
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  const role = new Role(
    name,
    { name: plan.forwarderRoleName, assumeRolePolicy: serviceTrust("events.amazonaws.com", plan.place.accountId) },
    opts,
  );
  const policy = policyDocument([{ Sid: "Forward", Effect: "Allow", Action: "events:PutEvents", Resource: busArn }]);
  new RolePolicy(`${name}-policy`, { name: "forward", role: role.name, policy }, opts);
  return role.arn;
}
