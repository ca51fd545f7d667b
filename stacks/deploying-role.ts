import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../model/plan/cell-plan.ts";

/**
 * ARN of the role that deploys in a cell's account: its name is the configuration `tenantry:deployingRole`, the same in
 * every account. Undefined where none is set: then whoever runs the program deploys with what it has.
 */
export function deployingRoleArn({
  partition,
  accountId,
}: Pick<CellReference, "accountId" | "partition">): string | undefined {
  const roleName = new pulumi.Config("tenantry").get("deployingRole");
  return roleName === undefined ? undefined : `arn:${partition}:iam::${accountId}:role/${roleName}`;
}
