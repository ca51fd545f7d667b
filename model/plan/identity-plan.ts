/** How passwords are made, as far as a user pool holds to it. */
export interface PasswordPolicyPlan {
  readonly minimumLength: number;
  readonly requireUppercase: boolean;
  readonly requireLowercase: boolean;
  readonly requireNumbers: boolean;
  readonly requireSymbols: boolean;
  /** Earlier passwords that cannot be used again; 0 to 24. */
  readonly historySize: number;
}

/** Second factors that users may register. */
export interface MfaPlan {
  /** `ON`: every user must have one; `OPTIONAL`: every user may. */
  readonly configuration: "ON" | "OPTIONAL";
  /** Authenticator applications and hardware tokens that show a code. */
  readonly totp: boolean;
  readonly sms: boolean;
  readonly email: boolean;
  /** Passkeys, on the device or on a security key. */
  readonly passkeys: boolean;
}

/** What happens to a sign-in that looks risky. */
export interface RiskPlan {
  /** Asks for a second factor by the risk of the sign-in. */
  readonly adaptiveMfa: boolean;
  /** Blocks what is very likely not the user, and passwords that are known to be stolen. */
  readonly blockHighRisk: boolean;
}

/** How an application signs users in, and how long a session lasts. */
export interface UserPoolClientPlan {
  readonly clientName: string;
  readonly accessTokenMinutes: number;
  readonly refreshTokenDays: number;
  /** Whether a session can be ended before its tokens run out. */
  readonly revocation: boolean;
  readonly callbackUrl: string;
  readonly logoutUrl: string;
}

/** A Cognito user pool. */
export interface UserPoolPlan {
  readonly poolName: string;
  /** `PLUS` where risk decides; `ESSENTIALS` holds password history, e-mail codes and passkeys. */
  readonly featurePlan: "ESSENTIALS" | "PLUS";
  readonly passwordPolicy: PasswordPolicyPlan;
  readonly mfa: MfaPlan;
  /** Absent where the risk of a sign-in is not looked at. */
  readonly risk?: RiskPlan;
  /** Whether users are asked to have a device remembered, and challenged on a new one. */
  readonly deviceTracking: boolean;
  /** Prefix of the domain of the sign-in pages; says nothing of whose they are. */
  readonly domainPrefix: string;
  /** Domain that passkeys are bound to. */
  readonly relyingPartyId: string;
  /** Address that messages come from. */
  readonly mailSender: string;
}

/** A group of users: what the token's `cognito:groups` says, and what the application grants by. */
export interface UserGroupPlan {
  readonly groupName: string;
  readonly description: string;
  /** The lowest counts first where a user is in several. */
  readonly precedence: number;
}

/** Where a tenant's users are. */
export type TenantUsersPlan =
  /** In the cell's pool for the tier, with a group and a client of the tenant's own. */
  | { readonly kind: "cell"; readonly tier: string; readonly group: UserGroupPlan; readonly client: UserPoolClientPlan }
  /** In a pool of the tenant's own. */
  | {
      readonly kind: "own";
      readonly pool: UserPoolPlan;
      readonly client: UserPoolClientPlan;
      readonly groups: readonly UserGroupPlan[];
      /** Log group that sign-ins and undelivered messages are told to; absent where the tenant keeps no such log. */
      readonly logGroupName?: string;
      /** What the cell's role for text messages wants to be shown. */
      readonly smsExternalId: string;
    };

/** How a cell's tenants sign users in. */
export interface CellUsersPlan {
  /** Tier whose tenants share a pool → that pool. */
  readonly sharedPools: Readonly<Record<string, UserPoolPlan>>;
  /** Role with which user pools send text messages. */
  readonly smsRoleName: string;
  /** What user pools show when they take the role on: no other pool's owner can use it. */
  readonly smsExternalId: string;
  /** Domain that mail is sent from; its DNS must hold the signing records that SES gives. */
  readonly mailDomain: string;
}
