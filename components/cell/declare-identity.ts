import * as pulumi from "@pulumi/pulumi";
import { CellChannels } from "../identity/cell-channels.ts";
import { UserPool } from "../identity/user-pool.ts";
import type { CellPlace, CellResult } from "./place.ts";

type IdentityOutputs = "smsRoleArn" | "mailIdentityArn" | "userPoolIds";

/** How tenants of the cell sign users in: what their pools send messages with, and the pools of tiers that share one. */
export function declareCellIdentity({ name, plan, retention, opts }: CellPlace): Pick<CellResult, IdentityOutputs> {
  const channels = new CellChannels(`${name}-channels`, { plan: plan.users, cell: plan.cell }, opts);
  const pools = Object.entries(plan.users.sharedPools).map(([tier, pool]) => {
    const declared = new UserPool(
      `${name}-users-${tier}`,
      {
        plan: pool,
        channels: {
          smsRoleArn: channels.smsRoleArn,
          smsExternalId: plan.users.smsExternalId,
          mailIdentityArn: channels.mailIdentityArn,
        },
        retention,
      },
      opts,
    );
    return [tier, declared] as const;
  });
  return {
    smsRoleArn: channels.smsRoleArn,
    mailIdentityArn: channels.mailIdentityArn,
    userPoolIds: pulumi.output(Object.fromEntries(pools.map(([tier, { poolId }]) => [tier, poolId]))),
  };
}
