import { User } from "@pulumi/aws/elasticache/user.js";
import { UserGroupAssociation } from "@pulumi/aws/elasticache/userGroupAssociation.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import type * as pulumi from "@pulumi/pulumi";
import type { CachePlan } from "../../model/plan/cache-plan.ts";
import { ownAccess, sharedAccess } from "../cache/cache-access.ts";
import { ownCacheStatement } from "../cache/cache-statements.ts";
import { ServerlessCache } from "../cache/serverless-cache.ts";
import { policyDocument } from "../identity/policy-document.ts";
import type { WorkloadRole } from "../identity/workload-role.ts";
import type { TenantPlace } from "./place.ts";

/** Where the tenant's cache answers, always with TLS; undefined where its tier has none. */
export type CacheAddress = pulumi.Input<string> | undefined;

/**
 * The tenant's user in the cell's cache, or a cache of its own. Users log in by IAM: there is no password.
 *
 * @throws where the cell has not the cache that the tenant is in.
 */
export function declareCache(place: TenantPlace, role: WorkloadRole, kmsKeyArn: pulumi.Input<string>): CacheAddress {
  const { cache } = place.plan;
  switch (cache.kind) {
    case "none":
      return undefined;
    case "cell":
      return joinCache(place, cache);
    case "own":
      return ownCache(place, cache, role, kmsKeyArn);
  }
}

function declareUser({ name, plan, opts }: TenantPlace, cache: Exclude<CachePlan, { kind: "none" }>): User {
  const active = plan.phase === "active";
  return new User(
    `${name}-cache-user`,
    {
      userId: cache.userName,
      userName: cache.userName,
      engine: "valkey",
      authenticationMode: { type: "iam" },
      accessString: cache.kind === "cell" ? sharedAccess(cache.keyPrefix, active) : ownAccess(active),
    },
    opts,
  );
}

function joinCache(place: TenantPlace, cache: Extract<CachePlan, { kind: "cell" }>): CacheAddress {
  const { name, plan, cell, opts } = place;
  const address = cell.cacheAddresses[cache.cacheName];
  if (address === undefined) {
    throw new Error(
      `the cell ${plan.cell.id} has no cache ${cache.cacheName}; bring it up to date: pulumi up --stack cell-${plan.cell.id}`,
    );
  }
  const user = declareUser(place, cache);
  new UserGroupAssociation(
    `${name}-cache-user-in-group`,
    { userGroupId: cache.userGroupId, userId: user.userId },
    { ...opts, deletedWith: user },
  );
  return address;
}

function ownCache(
  place: TenantPlace,
  cache: Extract<CachePlan, { kind: "own" }>,
  role: WorkloadRole,
  kmsKeyArn: pulumi.Input<string>,
): CacheAddress {
  const { name, plan, cell, opts } = place;
  const user = declareUser(place, cache);
  if (role.roleName !== undefined) {
    new RolePolicy(
      `${name}-cache-access`,
      { name: "cache", role: role.roleName, policy: policyDocument([ownCacheStatement(plan.cell, cache)]) },
      opts,
    );
  }
  return new ServerlessCache(
    `${name}-cache`,
    {
      plan: cache,
      description: `Tenant ${plan.tenant.id}`,
      kmsKeyArn,
      subnetIds: cell.privateSubnetIds,
      securityGroupId: cell.cacheSecurityGroupId,
      userIds: [user.userId],
    },
    opts,
  ).address;
}
