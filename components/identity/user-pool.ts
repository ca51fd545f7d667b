import { LogDeliveryConfiguration } from "@pulumi/aws/cognito/logDeliveryConfiguration.js";
import { RiskConfiguration } from "@pulumi/aws/cognito/riskConfiguration.js";
import { UserPool as Pool, type UserPoolArgs as PoolArgs } from "@pulumi/aws/cognito/userPool.js";
import { UserPoolDomain } from "@pulumi/aws/cognito/userPoolDomain.js";
import * as pulumi from "@pulumi/pulumi";
import type { UserPoolPlan } from "../../model/plan/identity-plan.ts";
import { type Retention, retainedAs } from "../retention.ts";
import { logArgs } from "./user-pool-logs.ts";
import { riskArgs } from "./user-pool-risk.ts";

/** What all pools of a cell send messages with. */
export interface MessageChannels {
  readonly smsRoleArn: pulumi.Input<string>;
  readonly smsExternalId: string;
  /** Identity in SES that mail comes from. */
  readonly mailIdentityArn: pulumi.Input<string>;
}

export interface UserPoolArgs {
  readonly plan: UserPoolPlan;
  readonly channels: MessageChannels;
  readonly retention: Retention;
  /** Log group of the owner's; without it nothing of the pool is logged but what the account's trail records. */
  readonly logGroupArn?: pulumi.Input<string>;
}

/** Days in which an invited user must set a password. */
const invitationDays = 7;

/**
 * A Cognito user pool with its sign-in domain and, where risk decides, threat protection.
 *
 * Costs by monthly active user: 0.015 USD in the plan Essentials, 0.020 USD in Plus, beside text messages and mail.
 * Without it the users are gone: protected in Pulumi and in Cognito until it is released.
 */
export class UserPool extends pulumi.ComponentResource {
  readonly poolId: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: UserPoolArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:UserPool", name, {}, opts);
    const { plan, retention } = args;
    const parent = { parent: this };

    const pool = new Pool(name, poolArgs(args), { ...parent, ...retainedAs(retention) });
    new UserPoolDomain(`${name}-domain`, { domain: plan.domainPrefix, userPoolId: pool.id }, parent);
    if (plan.risk !== undefined) {
      new RiskConfiguration(`${name}-risk`, riskArgs(plan.risk, pool.id), parent);
    }
    if (args.logGroupArn !== undefined) {
      new LogDeliveryConfiguration(`${name}-logs`, logArgs(plan, pool.id, args.logGroupArn), parent);
    }

    this.poolId = pool.id;
    this.arn = pool.arn;
    this.registerOutputs({ poolId: this.poolId, arn: this.arn });
  }
}

function poolArgs({ plan, channels, retention }: UserPoolArgs): PoolArgs {
  const { passwordPolicy, risk } = plan;
  return {
    name: plan.poolName,
    userPoolTier: plan.featurePlan,
    deletionProtection: retention === "kept" ? "ACTIVE" : "INACTIVE",
    usernameAttributes: ["email"],
    usernameConfiguration: { caseSensitive: false },
    autoVerifiedAttributes: ["email"],
    userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["email"] },
    // Who is a user of the tenant is said by its administrators, within what it was sold.
    adminCreateUserConfig: { allowAdminCreateUserOnly: true },
    passwordPolicy: {
      minimumLength: passwordPolicy.minimumLength,
      requireUppercase: passwordPolicy.requireUppercase,
      requireLowercase: passwordPolicy.requireLowercase,
      requireNumbers: passwordPolicy.requireNumbers,
      requireSymbols: passwordPolicy.requireSymbols,
      passwordHistorySize: passwordPolicy.historySize,
      temporaryPasswordValidityDays: invitationDays,
    },
    emailConfiguration: {
      emailSendingAccount: "DEVELOPER",
      fromEmailAddress: plan.mailSender,
      sourceArn: channels.mailIdentityArn,
    },
    ...factorArgs(plan, channels),
    ...(plan.deviceTracking
      ? { deviceConfiguration: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true } }
      : {}),
    userPoolAddOns: { advancedSecurityMode: risk === undefined ? "OFF" : "ENFORCED" },
  };
}

/**
 * Second factors. A factor that codes are sent to must not be the only way to a forgotten password, or one mailbox
 * would be both. Passkeys are a first factor, and Cognito takes none while a second factor is required; they can be
 * registered all the same.
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
 */
function factorArgs({ mfa, relyingPartyId }: UserPoolPlan, channels: MessageChannels): Partial<PoolArgs> {
  const first = mfa.passkeys && mfa.configuration === "OPTIONAL" ? ["PASSWORD", "WEB_AUTHN"] : ["PASSWORD"];
  const mail = { name: "verified_email", priority: 1 };
  return {
    mfaConfiguration: mfa.configuration,
    softwareTokenMfaConfiguration: { enabled: mfa.totp },
    ...(mfa.sms ? { smsConfiguration: { externalId: channels.smsExternalId, snsCallerArn: channels.smsRoleArn } } : {}),
    ...(mfa.email ? { emailMfaConfiguration: {} } : {}),
    ...(mfa.passkeys ? { webAuthnConfiguration: { relyingPartyId, userVerification: "required" } } : {}),
    signInPolicy: { allowedFirstAuthFactors: first },
    accountRecoverySetting: {
      recoveryMechanisms: mfa.email ? [mail, { name: "verified_phone_number", priority: 2 }] : [mail],
    },
  };
}
