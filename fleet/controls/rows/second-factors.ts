import { type Control, enforcedBy, fromSchemaUp, input, notEnforceable, publishedAs } from "../control.ts";
import { securityOf } from "../settings.ts";
import { userPools } from "../user-pools.ts";

const row = "R-SEC-2";
const path = (name: string) => `configuration.security.mfa_config.${name}`;

/** Method → the user pool's setting behind it. Source: Cognito developer guide, "Adding MFA to a user pool". */
const methods = {
  totp: ["softwareTokenMfaConfiguration", "time-based one-time passwords"],
  sms: ["smsConfiguration", "text messages"],
  email: ["emailMfaConfiguration", "e-mail"],
  hardware_token: ["webAuthnConfiguration", "passkeys and security keys"],
} as const;

/** Second factors, as far as Amazon Cognito has a setting for them. */
export const controls: readonly Control[] = [
  {
    id: "mfa-required",
    row,
    paths: [path("required")],
    demand: (plan) => (securityOf(plan).mfa_config.required ? "every user has a second factor" : undefined),
    judge: (evidence) =>
      enforcedBy(
        userPools(evidence).filter((pool) => input(pool, "mfaConfiguration") === "ON"),
        "no user pool demands a second factor",
      ),
  },
  ...Object.entries(methods).map(
    ([method, [property, words]]): Control => ({
      id: `mfa-${method.replaceAll("_", "-")}`,
      row,
      paths: [path("methods")],
      demand: (plan) =>
        securityOf(plan).mfa_config.methods.some((each) => each === method) ? `a second factor by ${words}` : undefined,
      judge: (evidence) =>
        enforcedBy(
          userPools(evidence).filter((pool) => input(pool, property) !== undefined),
          `the user pool does not offer ${words}`,
        ),
    }),
  ),
  {
    id: "mfa-adaptive",
    row,
    paths: [path("adaptive_mfa"), path("risk_based_auth")],
    demand: (plan) => {
      const { adaptive_mfa, risk_based_auth } = securityOf(plan).mfa_config;
      return adaptive_mfa || risk_based_auth ? "a sign-in that looks risky is asked for more, or refused" : undefined;
    },
    judge: (evidence) =>
      enforcedBy(
        fromSchemaUp(evidence, "aws:cognito/riskConfiguration:RiskConfiguration"),
        "the user pool has no risk configuration",
      ),
  },
  {
    id: "mfa-backup-codes",
    row,
    paths: [path("backup_codes")],
    demand: (plan) => {
      const { backup_codes } = securityOf(plan).mfa_config;
      return backup_codes > 0 ? `a user has ${backup_codes} backup codes` : undefined;
    },
    judge: () => notEnforceable("Cognito has no backup codes; an administrator resets a lost factor"),
  },
  {
    id: "mfa-grace",
    row,
    paths: [path("grace_period_days")],
    demand: (plan) => {
      const { required, grace_period_days } = securityOf(plan).mfa_config;
      return required && grace_period_days > 0
        ? `a new user may go without a second factor for ${grace_period_days} days`
        : undefined;
    },
    judge: (evidence) =>
      publishedAs(
        evidence,
        "security.mfa_config.grace_period_days",
        "Cognito asks for a second factor from the first sign-in on; only the application could wait",
      ),
  },
];
