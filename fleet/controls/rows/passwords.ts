import { type Control, type Evidence, enforcedBy, input, notEnforceable, numberOf, publishedAs } from "../control.ts";
import { securityOf } from "../settings.ts";
import { userPools } from "../user-pools.ts";

const row = "R-SEC-1";
const path = (name: string) => `configuration.security.password_policy.${name}`;
const policy = (evidence: Evidence, name: string) =>
  userPools(evidence).map((pool) => ({ pool, value: input(pool, "passwordPolicy", name) }));
const holding = (evidence: Evidence, name: string, isHeld: (value: unknown) => boolean) =>
  policy(evidence, name)
    .filter(({ value }) => isHeld(value))
    .map(({ pool }) => pool);

/** Cognito locks an account after five failed attempts, and for longer each time; neither is a setting. */
const lockoutAttempts = 5;

const classes = [
  ["require_uppercase", "requireUppercase", "an upper-case letter"],
  ["require_lowercase", "requireLowercase", "a lower-case letter"],
  ["require_numbers", "requireNumbers", "a digit"],
  ["require_special_chars", "requireSymbols", "a special character"],
] as const;

/** Passwords, as far as Amazon Cognito has a setting for them. Source: UserPool PasswordPolicyType. */
export const controls: readonly Control[] = [
  {
    id: "password-length",
    row,
    paths: [path("min_length")],
    demand: (plan) => `passwords have ${securityOf(plan).password_policy.min_length} characters or more`,
    judge: (evidence) => {
      const least = securityOf(evidence.plan).password_policy.min_length;
      return enforcedBy(
        holding(evidence, "minimumLength", (value) => numberOf(value) >= least),
        `no user pool asks for ${least} characters`,
      );
    },
  },
  ...classes.map(
    ([setting, property, words]): Control => ({
      id: `password-${setting.replaceAll("_", "-")}`,
      row,
      paths: [path(setting)],
      demand: (plan) => (securityOf(plan).password_policy[setting] ? `passwords have ${words}` : undefined),
      judge: (evidence) =>
        enforcedBy(
          holding(evidence, property, (value) => value === true),
          `no user pool asks for ${words}`,
        ),
    }),
  ),
  {
    id: "password-history",
    row,
    paths: [path("history_count")],
    demand: (plan) => {
      const { history_count } = securityOf(plan).password_policy;
      return history_count > 0 ? `the last ${history_count} passwords cannot be used again` : undefined;
    },
    judge: (evidence) => {
      const { history_count } = securityOf(evidence.plan).password_policy;
      const held = holding(evidence, "passwordHistorySize", (value) => numberOf(value) >= history_count);
      return held.length > 0
        ? enforcedBy(held, "")
        : notEnforceable(
            "Cognito keeps a password history in its feature plans Essentials and Plus, and of at most 24 passwords",
          );
    },
  },
  {
    id: "password-lockout",
    row,
    paths: [path("lockout_attempts")],
    demand: (plan) => `an account is locked after ${securityOf(plan).password_policy.lockout_attempts} failed attempts`,
    judge: (evidence) =>
      securityOf(evidence.plan).password_policy.lockout_attempts === lockoutAttempts
        ? enforcedBy(userPools(evidence), "there is no user pool")
        : notEnforceable(
            `Cognito locks after ${lockoutAttempts} failed attempts, and has no setting for another number`,
          ),
  },
  {
    id: "password-age",
    row,
    paths: [path("max_age_days")],
    demand: (plan) => `a password is changed after ${securityOf(plan).password_policy.max_age_days} days`,
    judge: () => notEnforceable("Cognito has no maximum age for a password, only for a temporary one"),
  },
  {
    id: "password-complexity",
    row,
    paths: [path("complexity_score_minimum")],
    demand: (plan) => `passwords score ${securityOf(plan).password_policy.complexity_score_minimum} or more`,
    judge: (evidence) =>
      publishedAs(
        evidence,
        "security.password_policy.complexity_score_minimum",
        "Cognito counts characters and does not score passwords; the sign-up form has to",
      ),
  },
];
