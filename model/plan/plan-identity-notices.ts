import type { TenantUsersPlan } from "./identity-plan.ts";

/**
 * What a user pool does not do of what the tier names.
 *
 * Source: Cognito developer guide, "Adding MFA to a user pool": a passkey is a first factor; that it may be the second
 * needs a setting of the pool (`FactorConfiguration`) that the provider `@pulumi/aws` does not have yet.
 */
export function planIdentityNotices(users: TenantUsersPlan): readonly string[] {
  if (users.kind !== "own") return [];
  const { passkeys, configuration } = users.pool.mfa;
  return passkeys && configuration === "ON"
    ? [
        "Users register passkeys and security keys, and sign in with a password and a code: a user pool that requires a " +
          "second factor takes no passkey in its place. Hardware tokens that show a code are asked for as such.",
      ]
    : [];
}
