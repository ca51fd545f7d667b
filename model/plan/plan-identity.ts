import type { CellNames, TenantNames } from "../naming.ts";
import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import type { FleetSpec } from "../specs/fleet-spec.ts";
import type { TierSpec } from "../specs/tier-spec.ts";
import type {
  CellUsersPlan,
  MfaPlan,
  PasswordPolicyPlan,
  RiskPlan,
  TenantUsersPlan,
  UserGroupPlan,
  UserPoolClientPlan,
  UserPoolPlan,
} from "./identity-plan.ts";
import type { LogGroupPlan } from "./log-group-plan.ts";

/** What differs between the pool of a tenant and the pool of a cell. */
interface PoolPlace {
  readonly poolName: string;
  readonly domainPrefix: string;
  /** Host name that users come to; passkeys are bound to it. */
  readonly hostname: string;
  readonly mailDomain: string;
}

/** Where users come to, and what they are sent messages with. */
export interface UsersPlace {
  readonly hostname: string;
  readonly fleet: FleetSpec;
  readonly cellNames: CellNames;
  readonly logGroups: readonly LogGroupPlan[];
}

/** What a user may do in the application, from most to least; the application grants by these names. */
const tenantGroups: readonly UserGroupPlan[] = [
  { groupName: "admin", description: "Manage users and settings", precedence: 0 },
  { groupName: "member", description: "Work with the tenant's data", precedence: 10 },
  { groupName: "viewer", description: "Read the tenant's data", precedence: 20 },
];

/**
 * Where the tenant's users are: below isolation `schema` a group in the cell's pool, from there up a pool of its own.
 *
 * A pool holds to length, classes and history of passwords, second factors, risk, lifetimes of tokens, revocation and
 * devices. It knows no password age, no score, no backup codes and no days of grace, and it locks after five failures,
 * whatever is set: those are in the published configuration document, for the application to hold to.
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-policies.html,
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html#authentication-flow-lockout-behavior
 */
export function planTenantUsers(
  { spec, configuration: tier }: ResolvedTenant,
  names: TenantNames,
  { hostname, fleet, cellNames, logGroups }: UsersPlace,
): TenantUsersPlan {
  const client = planClient(tier, names.userPool, hostname);
  if (spec.placement.isolation === "shared") {
    const group = { groupName: names.namespace, description: "Users of one tenant", precedence: 10 };
    return { kind: "cell", tier: tier.tier, group, client };
  }
  const pool = planPool(tier, {
    poolName: names.userPool,
    domainPrefix: names.signInDomain,
    hostname,
    mailDomain: fleet.domain,
  });
  const log = logGroups.find(({ category }) => category === "security");
  return {
    kind: "own",
    pool,
    client,
    groups: tenantGroups,
    ...(log === undefined ? {} : { logGroupName: log.logGroupName }),
    smsExternalId: cellNames.smsRole,
  };
}

/** How the tenants of a cell sign users in: one pool for each tier whose tenants share rows. */
export function planCellUsers(
  tiers: readonly TierSpec[],
  names: CellNames,
  { fleet }: { readonly fleet: FleetSpec },
): CellUsersPlan {
  const shared = tiers.filter(({ infrastructure }) => infrastructure.isolation === "shared");
  const poolOf = (tier: TierSpec) =>
    planPool(tier, {
      poolName: names.userPool(tier.tier),
      domainPrefix: names.signInDomain(tier.tier),
      hostname: fleet.domain,
      mailDomain: fleet.domain,
    });
  return {
    sharedPools: Object.fromEntries(shared.map((tier) => [tier.tier, poolOf(tier)])),
    smsRoleName: names.smsRole,
    smsExternalId: names.smsRole,
    mailDomain: fleet.domain,
  };
}

/** Where the application's sign-in comes back to, and where a user is after leaving. */
const signInPaths = { callback: "/auth/callback", logout: "/" } as const;

/**
 * The application's client of one tenant, in whatever pool: an address to return to is the tenant's own, a pool takes a
 * thousand clients, and a token says which of them it was made for.
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
 */
function planClient(tier: TierSpec, clientName: string, hostname: string): UserPoolClientPlan {
  const { sessions } = tier.configuration.security;
  return {
    clientName,
    accessTokenMinutes: sessions.access_token_minutes,
    refreshTokenDays: sessions.refresh_token_days,
    revocation: sessions.revocation,
    callbackUrl: `https://${hostname}${signInPaths.callback}`,
    logoutUrl: `https://${hostname}${signInPaths.logout}`,
  };
}

function planPool(tier: TierSpec, place: PoolPlace): UserPoolPlan {
  const { sessions, mfa_config } = tier.configuration.security;
  const risk = planRisk(tier);
  return {
    poolName: place.poolName,
    featurePlan: risk === undefined ? "ESSENTIALS" : "PLUS",
    passwordPolicy: planPasswords(tier),
    mfa: planMfa(mfa_config),
    ...(risk === undefined ? {} : { risk }),
    deviceTracking: sessions.device_tracking,
    domainPrefix: place.domainPrefix,
    relyingPartyId: place.hostname,
    mailSender: `no-reply@${place.mailDomain}`,
  };
}

function planPasswords(tier: TierSpec): PasswordPolicyPlan {
  const policy = tier.configuration.security.password_policy;
  return {
    minimumLength: policy.min_length,
    requireUppercase: policy.require_uppercase,
    requireLowercase: policy.require_lowercase,
    requireNumbers: policy.require_numbers,
    requireSymbols: policy.require_special_chars,
    historySize: policy.history_count,
  };
}

/** A hardware token is one that shows codes, which is TOTP to a pool, or a security key, which is a passkey. */
function planMfa({ required, methods }: TierSpec["configuration"]["security"]["mfa_config"]): MfaPlan {
  return {
    configuration: required ? "ON" : "OPTIONAL",
    totp: methods.includes("totp") || methods.includes("hardware_token"),
    sms: methods.includes("sms"),
    email: methods.includes("email"),
    passkeys: methods.includes("hardware_token"),
  };
}

function planRisk(tier: TierSpec): RiskPlan | undefined {
  const { adaptive_mfa, risk_based_auth } = tier.configuration.security.mfa_config;
  return adaptive_mfa || risk_based_auth ? { adaptiveMfa: adaptive_mfa, blockHighRisk: risk_based_auth } : undefined;
}
