import { UserGroup } from "@pulumi/aws/cognito/userGroup.js";
import type * as pulumi from "@pulumi/pulumi";
import type { TenantUsersPlan } from "../../model/plan/identity-plan.ts";
import { cellStackName } from "../../model/stack-names.ts";
import { UserPool } from "../identity/user-pool.ts";
import type { TenantPlace } from "./place.ts";

/** Where the tenant's users sign in, as its application is told. */
export interface TenantUsers {
  readonly poolId: pulumi.Input<string>;
  readonly clientId: pulumi.Input<string>;
}

/**
 * The tenant's users: a pool of its own with its groups, or a group of its own in the cell's pool.
 *
 * Suspended, nobody signs in to a pool of its own. In the cell's pool, users are as they were and reach nothing: no pod
 * of the tenant runs, and its database role logs in no more.
 *
 * @throws where the cell has no pool for the tenant's tier.
 */
export function declareIdentity(place: TenantPlace): TenantUsers {
  const { users } = place.plan;
  return users.kind === "own" ? ownPool(place, users) : cellPool(place, users);
}

function ownPool(place: TenantPlace, users: Extract<TenantUsersPlan, { kind: "own" }>): TenantUsers {
  const { name, plan, cell, retention, opts } = place;
  const { smsRoleArn, mailIdentityArn } = cell;
  const pool = new UserPool(
    `${name}-users`,
    {
      plan: users.pool,
      channels: { smsRoleArn, smsExternalId: users.smsExternalId, mailIdentityArn },
      retention,
      signIn: plan.phase === "active",
    },
    opts,
  );
  for (const { groupName, description, precedence } of users.groups) {
    new UserGroup(
      `${name}-users-${groupName}`,
      { userPoolId: pool.poolId, name: groupName, description, precedence },
      { parent: pool },
    );
  }
  return pool;
}

function cellPool(
  { name, plan, cell, opts }: TenantPlace,
  { tier, group }: Extract<TenantUsersPlan, { kind: "cell" }>,
): TenantUsers {
  const [poolId, clientId] = [cell.userPoolIds[tier], cell.userPoolClientIds[tier]];
  if (poolId === undefined || clientId === undefined) {
    throw new Error(
      `the cell ${plan.cell.id} has no user pool for the tier ${tier}; ` +
        `bring it up to date: pulumi up --stack ${cellStackName(plan.cell.id)}`,
    );
  }
  const { groupName, description, precedence } = group;
  new UserGroup(`${name}-users`, { userPoolId: poolId, name: groupName, description, precedence }, opts);
  return { poolId, clientId };
}
