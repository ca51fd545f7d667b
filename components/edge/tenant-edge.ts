import { KeyvaluestoreKey } from "@pulumi/aws/cloudfront/keyvaluestoreKey.js";
import type * as pulumi from "@pulumi/pulumi";
import type { TenantEdgePlan } from "../../model/plan/edge-plan.ts";
import { OwnEdge } from "./own-edge.ts";

export interface TenantEdgeArgs {
  readonly plan: TenantEdgePlan;
  readonly hostname: string;
  readonly hostsArn: pulumi.Input<string>;
  readonly distributionId: pulumi.Input<string>;
  readonly connectionGroupId: pulumi.Input<string>;
}

/**
 * A tenant's entry in its cell's edge function; without a distribution tenant of its own that is all there is of it.
 *
 * A suspended tenant's entry stays and refuses. Costs nothing; a distribution tenant and a web ACL of its own cost
 * about 11 USD a month.
 */
export function tenantEdge(name: string, args: TenantEdgeArgs, opts: pulumi.ComponentResourceOptions): void {
  const { plan, hostname, hostsArn: keyValueStoreArn } = args;
  new KeyvaluestoreKey(`${name}-host`, { keyValueStoreArn, key: hostname, value: JSON.stringify(plan.entry) }, opts);
  if (plan.own !== undefined) new OwnEdge(name, { ...args, plan: plan.own, serves: plan.entry.serves }, opts);
}
