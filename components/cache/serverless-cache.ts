import { ServerlessCache as Cache } from "@pulumi/aws/elasticache/serverlessCache.js";
import { UserGroup } from "@pulumi/aws/elasticache/userGroup.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellCachePlan } from "../../model/plan/cache-plan.ts";

export interface ServerlessCacheArgs {
  readonly plan: CellCachePlan;
  readonly description: string;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly subnetIds: pulumi.Input<readonly string[]>;
  readonly securityGroupId: pulumi.Input<string>;
  /** Users that the group is made with; none in a pool, whose tenants add their own. */
  readonly userIds?: readonly pulumi.Input<string>[];
}

/** Serverless caches take two or three subnets, each in another zone. Source: ElastiCache, `CreateServerlessCache`. */
const mostSubnets = 3;

/**
 * A Valkey cache that grows and shrinks by itself up to a limit, with the group of the users that may log in. TLS is
 * always on. Costs what is kept, for 100 MB at the least (about 6 USD a month), and what is asked. It holds nothing
 * that is not elsewhere: a destroy costs speed.
 */
export class ServerlessCache extends pulumi.ComponentResource {
  readonly address: pulumi.Output<string>;

  constructor(name: string, args: ServerlessCacheArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:ServerlessCache", name, {}, opts);
    const { plan, userIds } = args;
    const group = new UserGroup(
      `${name}-users`,
      {
        userGroupId: plan.userGroupId,
        engine: "valkey",
        ...(userIds === undefined ? {} : { userIds: [...userIds] }),
      },
      // Users of a pool's tenants come and go by themselves.
      { parent: this, ...(userIds === undefined ? { ignoreChanges: ["userIds"] } : {}) },
    );
    const cache = new Cache(
      name,
      {
        name: plan.cacheName,
        description: args.description,
        engine: "valkey",
        majorEngineVersion: "8",
        cacheUsageLimits: { dataStorage: { maximum: plan.maximumGb, unit: "GB" } },
        kmsKeyId: args.kmsKeyArn,
        subnetIds: pulumi.output(args.subnetIds).apply((ids) => ids.slice(0, mostSubnets)),
        securityGroupIds: [args.securityGroupId],
        userGroupId: group.userGroupId,
      },
      { parent: this },
    );
    this.address = cache.endpoints.apply(([endpoint]) => endpoint?.address ?? "");
    this.registerOutputs({ address: this.address });
  }
}
