import type * as pulumi from "@pulumi/pulumi";
import type { CellOutputs } from "../../model/outputs.ts";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import { cellStackName } from "../../model/stack-names.ts";
import { TenantRole } from "./tenant-role.ts";

/** The IAM role that a tenant's pods take on. */
export interface WorkloadRole {
  readonly arn: pulumi.Input<string>;
  /** Of a role of the tenant's own; absent for the cell's. */
  readonly roleName?: pulumi.Output<string>;
}

/**
 * Declares the tenant's own role, or finds its tier's in the cell.
 *
 * @throws where the cell has no role for the tier.
 */
export function workloadRole(
  name: string,
  plan: TenantPlan,
  cell: CellOutputs,
  opts: pulumi.ComponentResourceOptions,
): WorkloadRole {
  if (plan.workloadRole.kind === "own") {
    return new TenantRole(
      name,
      {
        cell: plan.cell,
        roleName: plan.workloadRole.roleName,
        namespace: plan.compute.namespace,
        clusterArn: clusterArnOf(plan, cell),
        bucketName: plan.bucket.bucketName,
        logGroupPrefix: logGroupPrefixOf(plan),
        secretPrefix: plan.secrets.prefix,
        permissionsBoundaryArn: cell.permissionsBoundaryArn,
      },
      opts,
    );
  }
  const { tier } = plan.workloadRole;
  const arn = cell.poolRoleArns[tier];
  if (arn !== undefined) return { arn };
  const stack = cellStackName(plan.cell.id);
  throw new Error(
    `the cell ${plan.cell.id} has no role for the tier ${tier}, only for ${Object.keys(cell.poolRoleArns).join(", ")}; ` +
      `add the tier to the cell's file and type: pulumi up --stack ${stack}`,
  );
}

/** Beginning that the tenant's log groups have in common, up to the slash after its part. @throws where they have none. */
export function logGroupPrefixOf({ logGroups, compute }: TenantPlan): string {
  const first = logGroups[0]?.logGroupName;
  const end = first?.indexOf(`${compute.namespace}/`) ?? -1;
  if (first === undefined || end < 0) {
    throw new Error(
      `the log groups of ${compute.namespace} do not carry its name, so no policy can be written for them`,
    );
  }
  return first.slice(0, end + compute.namespace.length + 1);
}

function clusterArnOf({ cell }: TenantPlan, { clusterName }: CellOutputs): string {
  return `arn:${cell.partition}:eks:${cell.region}:${cell.accountId}:cluster/${clusterName}`;
}
