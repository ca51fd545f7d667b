import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { outside, when } from "../../define-type.ts";
import { flag, map, maps, number, text, texts } from "../../values.ts";

const refusal = (reason: string) => `api error InvalidParameterException: ${reason}`;
const isLite = (inputs: PropertyMap) => text(inputs, "userPoolTier") === "LITE";
const firstFactors = (inputs: PropertyMap) => texts(map(inputs, "signInPolicy"), "allowedFirstAuthFactors");
const factors = ["EMAIL_OTP", "PASSWORD", "SMS_OTP", "WEB_AUTHN"];

/** Name, passwords, second factors and feature plan, each where Cognito refuses it. */
export function checkUserPool(inputs: PropertyMap): readonly CheckFailure[] {
  return [
    ...checkName(inputs),
    ...checkPasswords(inputs),
    ...checkFactors(inputs),
    ...checkRecovery(inputs),
    ...checkFeaturePlan(inputs),
  ];
}

function checkName(inputs: PropertyMap): readonly CheckFailure[] {
  const name = text(inputs, "name");
  return when(
    [
      name !== undefined && !/^[\w\s+=,.@-]{1,128}$/.test(name),
      "name",
      refusal(`poolName must have 1 to 128 characters of \\w \\s + = , . @ -, got ${name ?? ""}`),
    ],
    [
      inputs["aliasAttributes"] !== undefined && inputs["usernameAttributes"] !== undefined,
      "aliasAttributes",
      "conflicts with usernameAttributes: users sign in with one or the other",
    ],
  );
}

/** Ranges: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html */
function checkPasswords(inputs: PropertyMap): readonly CheckFailure[] {
  const policy = map(inputs, "passwordPolicy");
  const history = number(policy, "passwordHistorySize");
  const range = (name: string, least: number, most: number) => {
    const value = number(policy, name);
    const at = `passwordPolicy.${name}`;
    return [
      outside(value, least, most),
      at,
      `expected ${at} to be in the range (${least} - ${most}), got ${value}`,
    ] as const;
  };
  return when(
    range("minimumLength", 6, 99),
    range("passwordHistorySize", 0, 24),
    range("temporaryPasswordValidityDays", 0, 365),
    [
      history !== undefined && history > 0 && isLite(inputs),
      "passwordPolicy.passwordHistorySize",
      refusal("Password history is a feature of the Essentials and Plus plans"),
    ],
  );
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html */
function checkFactors(inputs: PropertyMap): readonly CheckFailure[] {
  const configuration = text(inputs, "mfaConfiguration") ?? "OFF";
  const hasSms = inputs["smsConfiguration"] !== undefined;
  const hasEmail = inputs["emailMfaConfiguration"] !== undefined;
  const hasTotp = flag(map(inputs, "softwareTokenMfaConfiguration"), "enabled");
  const first = firstFactors(inputs);
  const stranger = first.find((factor) => !factors.includes(factor));
  return when(
    [
      configuration !== "OFF" && !hasSms && !hasEmail && !hasTotp,
      "mfaConfiguration",
      refusal(`MFA cannot be ${configuration} without a factor: SMS, e-mail or software tokens must be configured`),
    ],
    [
      hasEmail && text(map(inputs, "emailConfiguration"), "emailSendingAccount") !== "DEVELOPER",
      "emailMfaConfiguration",
      refusal("Email MFA needs an emailConfiguration of DEVELOPER: mail through an identity of Amazon SES"),
    ],
    [
      stranger !== undefined,
      "signInPolicy.allowedFirstAuthFactors",
      `expected a first factor to be one of [${factors.join(" ")}], got ${stranger ?? ""}`,
    ],
    [
      first.length > 0 && !first.includes("PASSWORD"),
      "signInPolicy.allowedFirstAuthFactors",
      refusal("PASSWORD is required among the first factors"),
    ],
    [
      configuration === "ON" && first.some((factor) => factor !== "PASSWORD"),
      "signInPolicy.allowedFirstAuthFactors",
      refusal("Sign-in without a password is not available while MFA is required"),
    ],
  );
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html */
function checkRecovery(inputs: PropertyMap): readonly CheckFailure[] {
  const names = maps(map(inputs, "accountRecoverySetting"), "recoveryMechanisms").map((one) => text(one, "name"));
  const isOnly = (name: string) => names.length === 1 && names[0] === name;
  return when(
    [
      inputs["emailMfaConfiguration"] !== undefined && isOnly("verified_email"),
      "accountRecoverySetting",
      refusal("Account Recovery Setting cannot be verified_email alone when email MFA is configured"),
    ],
    [
      inputs["smsConfiguration"] !== undefined &&
        (text(inputs, "mfaConfiguration") ?? "OFF") !== "OFF" &&
        isOnly("verified_phone_number"),
      "accountRecoverySetting",
      refusal("Account Recovery Setting cannot use verified_phone_number alone when SMS MFA is configured"),
    ],
    [
      names.includes("admin_only") && names.length > 1,
      "accountRecoverySetting",
      refusal("admin_only cannot be combined with other recovery mechanisms"),
    ],
  );
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html */
function checkFeaturePlan(inputs: PropertyMap): readonly CheckFailure[] {
  const mode = text(map(inputs, "userPoolAddOns"), "advancedSecurityMode") ?? "OFF";
  const plan = text(inputs, "userPoolTier") ?? "ESSENTIALS";
  const needsEssentials = inputs["emailMfaConfiguration"] !== undefined || firstFactors(inputs).length > 0;
  return when(
    [
      mode !== "OFF" && plan !== "PLUS",
      "userPoolAddOns.advancedSecurityMode",
      refusal(`Threat protection is a feature of the Plus plan, and the pool's is ${plan}`),
    ],
    [
      needsEssentials && plan === "LITE",
      "userPoolTier",
      refusal("Email MFA and choice of first factors are features of the Essentials and Plus plans"),
    ],
  );
}
