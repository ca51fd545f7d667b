import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { EmailIdentity } from "@pulumi/aws/sesv2/emailIdentity.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { CellUsersPlan } from "../../model/plan/identity-plan.ts";
import { policyDocument } from "./policy-document.ts";

export interface CellChannelsArgs {
  readonly plan: CellUsersPlan;
  readonly cell: CellReference;
}

/**
 * What the user pools of a cell send codes with: a role for text messages, and a domain in SES for mail.
 *
 * Costs nothing by itself; messages cost by country and mail 0.10 USD for a thousand. Mail goes out once the domain's
 * DNS holds the records that SES gives (`aws sesv2 get-email-identity`), and text messages to everybody once the
 * account has left the sandbox of SNS.
 */
export class CellChannels extends pulumi.ComponentResource {
  readonly smsRoleArn: pulumi.Output<string>;
  readonly mailIdentityArn: pulumi.Output<string>;

  constructor(name: string, args: CellChannelsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CellChannels", name, {}, opts);
    const { plan } = args;
    const parent = { parent: this };

    const role = new Role(`${name}-sms`, { name: plan.smsRoleName, assumeRolePolicy: trustOf(args) }, parent);
    const policy = smsPolicy(args.cell);
    new RolePolicy(`${name}-sms-policy`, { name: "send", role: role.name, policy }, parent);
    const mail = new EmailIdentity(`${name}-mail`, { emailIdentity: plan.mailDomain }, parent);

    this.smsRoleArn = role.arn;
    this.mailIdentityArn = mail.arn;
    this.registerOutputs({ smsRoleArn: this.smsRoleArn, mailIdentityArn: this.mailIdentityArn });
  }
}

/** User pools of this account and Region alone. https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-sms.html */
function trustOf({ plan, cell }: CellChannelsArgs): pulumi.Input<string> {
  const { partition, region, accountId } = cell;
  return policyDocument([
    {
      Sid: "UserPools",
      Effect: "Allow",
      Principal: { Service: "cognito-idp.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: {
        StringEquals: { "sts:ExternalId": plan.smsExternalId, "aws:SourceAccount": accountId },
        ArnLike: { "aws:SourceArn": `arn:${partition}:cognito-idp:${region}:${accountId}:userpool/*` },
      },
    },
  ]);
}

/** A telephone number has no ARN, so everything is allowed and the topics are taken out again. */
const smsPolicy = ({ partition }: CellReference): pulumi.Input<string> =>
  policyDocument([
    { Sid: "TextMessages", Effect: "Allow", Action: "sns:Publish", Resource: "*" },
    { Sid: "NoTopics", Effect: "Deny", Action: "sns:Publish", Resource: `arn:${partition}:sns:*:*:*` },
  ]);
