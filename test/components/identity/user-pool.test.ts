import { deepEqual, equal } from "node:assert/strict";
import { UserPool } from "../../../components/identity/user-pool.ts";
import type { Retention } from "../../../components/retention.ts";
import type { UserPoolPlan } from "../../../model/plan/identity-plan.ts";
import { declared, keeping, kept, named, released, shortNames } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const { users } = tenantPlan("acme-corp");
const plan: UserPoolPlan = users.kind === "own" ? users.pool : (undefined as never);
const channels = {
  smsRoleArn: "arn:aws:iam::111122223333:role/sms",
  smsExternalId: "cell-sms",
  mailIdentityArn: "arn:aws:ses:us-east-1:111122223333:identity/app.example",
};
const pool = (more: Partial<UserPoolPlan> = {}, retention: Retention = "kept") =>
  declared(() => new UserPool("acme-users", { plan: { ...plan, ...more }, channels, retention }));
const inputsOf = async (more?: Partial<UserPoolPlan>) => named(await pool(more), "acme-users", "UserPool").inputs;
const mfa = { configuration: "ON", totp: false, sms: false, email: false, passkeys: false } as const;

describe("UserPool", () => {
  it("R-SEC-1 declares a pool with its sign-in domain, and risk settings where risk decides", async () => {
    deepEqual(shortNames(await pool()), [
      "UserPool acme-users",
      "UserPoolDomain acme-users-domain",
      "RiskConfiguration acme-users-risk",
    ]);
    const { risk: _risk, ...without } = plan;
    const resources = await declared(
      () =>
        new UserPool("acme-users", { plan: { ...without, featurePlan: "ESSENTIALS" }, channels, retention: "kept" }),
    );
    deepEqual(shortNames(resources), ["UserPool acme-users", "UserPoolDomain acme-users-domain"]);
    deepEqual(named(resources, "acme-users").inputs["userPoolAddOns"], { advancedSecurityMode: "OFF" });
  });

  it("R-SEC-1 holds to the plan's passwords, and lets administrators alone make users", async () => {
    const inputs = await inputsOf();
    deepEqual(inputs["passwordPolicy"], {
      minimumLength: 12,
      requireUppercase: true,
      requireLowercase: true,
      requireNumbers: true,
      requireSymbols: true,
      passwordHistorySize: 12,
      temporaryPasswordValidityDays: 7,
    });
    deepEqual(inputs["adminCreateUserConfig"], { allowAdminCreateUserOnly: true });
    deepEqual(inputs["usernameAttributes"], ["email"]);
  });

  it("R-SEC-2 asks for the second factors of the plan, and configures no other", async () => {
    const all = await inputsOf();
    deepEqual(
      [all["mfaConfiguration"], all["softwareTokenMfaConfiguration"], all["emailMfaConfiguration"]],
      ["ON", { enabled: true }, {}],
    );
    deepEqual(all["smsConfiguration"], { externalId: "cell-sms", snsCallerArn: channels.smsRoleArn });
    const totpAlone = await inputsOf({ mfa: { ...mfa, totp: true } });
    deepEqual(
      [totpAlone["smsConfiguration"], totpAlone["emailMfaConfiguration"], totpAlone["webAuthnConfiguration"]],
      [undefined, undefined, undefined],
    );
  });

  it("R-SEC-2 lets a passkey stand for the password only where no second factor is required", async () => {
    const passkeys = { ...mfa, totp: true, passkeys: true };
    const required = await inputsOf({ mfa: passkeys });
    deepEqual(required["signInPolicy"], { allowedFirstAuthFactors: ["PASSWORD"] });
    deepEqual(required["webAuthnConfiguration"], {
      relyingPartyId: "acme-corp.us-1.app.example",
      userVerification: "required",
    });
    const optional = await inputsOf({ mfa: { ...passkeys, configuration: "OPTIONAL" } });
    deepEqual(optional["signInPolicy"], { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] });
  });

  it("R-SEC-2 never has the mailbox alone recover what the mailbox is the second factor of", async () => {
    const recovery = async (email: boolean) =>
      (
        (await inputsOf({ mfa: { ...mfa, totp: true, email } }))["accountRecoverySetting"] as {
          recoveryMechanisms: { name: string }[];
        }
      ).recoveryMechanisms.map(({ name }) => name);
    deepEqual(await recovery(true), ["verified_email", "verified_phone_number"]);
    deepEqual(await recovery(false), ["verified_email"]);
  });

  it("R-SEC-2 acts on the risk of a sign-in as the plan says, each part for itself", async () => {
    const actionsOf = async (risk: { adaptiveMfa: boolean; blockHighRisk: boolean }) => {
      const { inputs } = named(await pool({ risk }), "acme-users-risk");
      const { actions } = inputs["accountTakeoverRiskConfiguration"] as {
        actions: Record<string, { eventAction: string }>;
      };
      const stolen = inputs["compromisedCredentialsRiskConfiguration"] as { actions: { eventAction: string } };
      return [
        ...["lowAction", "mediumAction", "highAction"].map((level) => actions[level]?.eventAction),
        stolen.actions.eventAction,
      ];
    };
    deepEqual(await actionsOf({ adaptiveMfa: true, blockHighRisk: true }), [
      "MFA_IF_CONFIGURED",
      "MFA_REQUIRED",
      "BLOCK",
      "BLOCK",
    ]);
    deepEqual(await actionsOf({ adaptiveMfa: false, blockHighRisk: true }), [
      "NO_ACTION",
      "NO_ACTION",
      "BLOCK",
      "BLOCK",
    ]);
    deepEqual(await actionsOf({ adaptiveMfa: true, blockHighRisk: false }), [
      "MFA_IF_CONFIGURED",
      "MFA_REQUIRED",
      "MFA_REQUIRED",
      "NO_ACTION",
    ]);
  });

  it("R-SEC-5 tells the owner's log of undelivered messages, and in the plan Plus of each sign-in", async () => {
    const logGroupArn = "arn:aws:logs:us-east-1:111122223333:log-group:/security";
    const sourcesOf = async (featurePlan: UserPoolPlan["featurePlan"]) => {
      const resources = await declared(
        () => new UserPool("acme-users", { plan: { ...plan, featurePlan }, channels, retention: "kept", logGroupArn }),
      );
      const logs = named(resources, "acme-users-logs").inputs["logConfigurations"] as { eventSource: string }[];
      return logs.map(({ eventSource }) => eventSource);
    };
    deepEqual(await sourcesOf("PLUS"), ["userNotification", "userAuthEvents"]);
    deepEqual(await sourcesOf("ESSENTIALS"), ["userNotification"]);
  });

  it("R-SEC-6 remembers devices where the plan tracks them", async () => {
    deepEqual((await inputsOf())["deviceConfiguration"], {
      challengeRequiredOnNewDevice: true,
      deviceOnlyRememberedOnUserPrompt: true,
    });
    equal((await inputsOf({ deviceTracking: false }))["deviceConfiguration"], undefined);
  });

  it("is protected twice until it is released", async () => {
    const of = async (retention: Retention) => {
      const resource = named(await pool({}, retention), "acme-users", "UserPool");
      return [resource.inputs["deletionProtection"], keeping(resource)];
    };
    deepEqual(await of("kept"), ["ACTIVE", kept]);
    deepEqual(await of("released"), ["INACTIVE", released]);
  });
});
