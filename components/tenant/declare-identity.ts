import { UserGroup } from "@pulumi/aws/cognito/userGroup.js";
import { UserPoolClient } from "@pulumi/aws/cognito/userPoolClient.js";
import * as pulumi from "@pulumi/pulumi";
import type { TenantUsersPlan, UserGroupPlan } from "../../model/plan/identity-plan.ts";
import { cellStackName } from "../../model/stack-names.ts";
import { identityProvider } from "../connections/identity-provider.ts";
import type { TenantUsers } from "../identity/tenant-users.ts";
import { UserPool } from "../identity/user-pool.ts";
import { clientArgs } from "../identity/user-pool-client.ts";
import type { TenantLogs } from "../monitoring/tenant-logs.ts";
import type { TenantPlace } from "./place.ts";

/**
 * The tenant's users: a pool of its own with its groups, or a group of its own in the cell's pool; and in either the
 * application's client of this tenant, through which nobody signs in while the tenant is suspended.
 *
 * A user of the cell's pool gets a token from any tenant's client, so there the application lets in only whose token
 * has the tenant's group.
 *
 * @throws where the cell has no pool for the tenant's tier.
 */
export function declareIdentity(place: TenantPlace, logGroups: TenantLogs["groups"]): TenantUsers {
  const { name, plan, opts } = place;
  const { users } = plan;
  const poolId = users.kind === "own" ? ownPool(place, users, logGroups) : cellPool(place, users);
  const providers = declareProviders(place, poolId);
  const args = {
    ...clientArgs(users.client, poolId, plan.phase === "active"),
    ...(providers.length === 0 ? {} : { supportedIdentityProviders: ["COGNITO", ...providers] }),
  };
  return { poolId, clientId: new UserPoolClient(`${name}-users-client`, args, opts).id };
}

/** Names of the tenant's own identity providers, as its client offers them. */
const declareProviders = (
  { name, plan, opts }: TenantPlace,
  poolId: pulumi.Output<string>,
): readonly pulumi.Output<string>[] =>
  plan.connections.connections.flatMap(({ connection, ...one }) =>
    connection.kind === "identity_provider"
      ? [identityProvider(`${name}-${one.id}`, { ...one, connection }, poolId, opts).providerName]
      : [],
  );

function ownPool(
  place: TenantPlace,
  users: Extract<TenantUsersPlan, { kind: "own" }>,
  logGroups: TenantLogs["groups"],
): pulumi.Output<string> {
  const { name, cell, retention, opts } = place;
  const { smsRoleArn, mailIdentityArn } = cell;
  const channels = { smsRoleArn, smsExternalId: users.smsExternalId, mailIdentityArn };
  const log = users.logGroupName === undefined ? undefined : logGroups.get(users.logGroupName);
  const { poolId } = new UserPool(
    `${name}-users`,
    {
      plan: users.pool,
      channels,
      retention,
      ...(log === undefined ? {} : { logGroupArn: log.arn }),
    },
    opts,
  );
  for (const group of users.groups) {
    new UserGroup(`${name}-users-${group.groupName}`, groupArgs(group, poolId), opts);
  }
  return poolId;
}

function cellPool(
  { name, plan, cell, opts }: TenantPlace,
  { tier, group }: Extract<TenantUsersPlan, { kind: "cell" }>,
): pulumi.Output<string> {
  const poolId = cell.userPoolIds[tier];
  if (poolId === undefined) {
    throw new Error(
      `the cell ${plan.cell.id} has no user pool for the tier ${tier}; ` +
        `bring it up to date: pulumi up --stack ${cellStackName(plan.cell.id)}`,
    );
  }
  new UserGroup(`${name}-users`, groupArgs(group, poolId), opts);
  return pulumi.output(poolId);
}

const groupArgs = ({ groupName, description, precedence }: UserGroupPlan, userPoolId: pulumi.Input<string>) => ({
  userPoolId,
  name: groupName,
  description,
  precedence,
});
