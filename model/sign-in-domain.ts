import { createHash } from "node:crypto";

/** Hexadecimal digits of 96 bits. */
const digits = 24;

/**
 * Prefix of the domain of a user pool's sign-in pages, made from the hash of `owner`, e.g. `fleet-staging-tenant-t7k3m9qd`.
 *
 * Cognito refuses prefixes with `aws`, `amazon` or `cognito` in them, which a fleet's name or a random id may hold;
 * hexadecimal digits cannot. A prefix is unique among all accounts of a Region.
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html
 */
export const signInDomain = (owner: string): string =>
  `t-${createHash("sha256").update(owner).digest("hex").slice(0, digits)}`;
