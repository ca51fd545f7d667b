import type { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import type * as pulumi from "@pulumi/pulumi";
import type { TenantThings } from "../audit/tenant-patterns.ts";
import { TenantRecords } from "../audit/tenant-records.ts";
import type { TenantPlace } from "./place.ts";

/** How the tenant sees what is done to what it owns, and what is found there. */
export function declareRecords(
  place: TenantPlace,
  kmsKeyArn: pulumi.Input<string>,
  groups: ReadonlyMap<string, LogGroup>,
): void {
  const { name, plan, cell, opts } = place;
  new TenantRecords(
    `${name}-records`,
    {
      plan: plan.records,
      things: thingsOf(place, kmsKeyArn),
      groups,
      securityBusName: cell.securityBusName,
      cellLogGroupNames: [cell.trailLogGroupName, cell.findingsLogGroupName],
    },
    opts,
  );
}

function thingsOf({ plan }: TenantPlace, kmsKeyArn: pulumi.Input<string>): TenantThings {
  const { bucket, key, workloadRole, data } = plan;
  return {
    namespace: plan.compute.namespace,
    region: plan.cell.region,
    bucketNames: [bucket.bucketName, ...(bucket.replica === undefined ? [] : [bucket.replica.bucketName])],
    ...(key.kind === "own" ? { keyArn: kmsKeyArn } : {}),
    ...(workloadRole.kind === "own" ? { roleName: workloadRole.roleName } : {}),
    ...(data.active.isolation === "database" ? { databaseIdentifier: data.active.instanceIdentifier } : {}),
  };
}
