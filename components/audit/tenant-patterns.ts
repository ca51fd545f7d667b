import * as pulumi from "@pulumi/pulumi";
import { findingSources } from "../threat/finding-sources.ts";

/** What tells that an event is about a tenant. */
export interface TenantThings {
  readonly namespace: string;
  readonly region: string;
  /** The tenant's own bucket and its copies. */
  readonly bucketNames: readonly string[];
  /** The tenant's own key; absent where the cell's serves. */
  readonly keyArn?: pulumi.Input<string>;
  /** The tenant's own role; absent where it shares one with others. */
  readonly roleName?: string;
  /** Its own database instance or cluster; absent where it is inside the cell's. */
  readonly databaseIdentifier?: string;
}

/**
 * API calls on what the tenant owns, or by its role, reads included.
 *
 * What CloudWatch Logs does with the key is left out: writing such an event down would make the next one.
 */
export function activityPattern(things: TenantThings): pulumi.Output<string> {
  const { bucketNames, keyArn, roleName, databaseIdentifier, region } = things;
  const notByLogs = [{ exists: false }, { "anything-but": [`logs.${region}.amazonaws.com`] }];
  return pulumi.output(keyArn).apply((arn) =>
    JSON.stringify({
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: {
        $or: [
          { requestParameters: { bucketName: bucketNames } },
          // Bindings of its service accounts to roles; `$or` takes two patterns at the least.
          { requestParameters: { namespace: [things.namespace] } },
          ...(arn === undefined ? [] : [{ resources: { ARN: [arn] }, userIdentity: { invokedBy: notByLogs } }]),
          ...(roleName === undefined
            ? []
            : [{ userIdentity: { sessionContext: { sessionIssuer: { userName: [roleName] } } } }]),
          ...(databaseIdentifier === undefined
            ? []
            : [{ requestParameters: { dBInstanceIdentifier: [databaseIdentifier] } }]),
        ],
      },
    }),
  );
}

/** Findings about what the tenant owns: by its names, and by the tag that each of its resources carries. */
export function findingsPattern(things: TenantThings): string {
  const { namespace, bucketNames, roleName, databaseIdentifier } = things;
  return JSON.stringify({
    source: findingSources,
    detail: {
      $or: [
        { resource: { s3BucketDetails: { name: bucketNames } } },
        { resource: { kubernetesDetails: { kubernetesWorkloadDetails: { namespace: [namespace] } } } },
        ...(roleName === undefined ? [] : [{ resource: { accessKeyDetails: { userName: [roleName] } } }]),
        ...(databaseIdentifier === undefined
          ? []
          : [{ resource: { rdsDbInstanceDetails: { dbInstanceIdentifier: [databaseIdentifier] } } }]),
        { findings: { Resources: { Tags: { "kubernetes-namespace": [namespace] } } } },
        { resources: { tags: { "kubernetes-namespace": [namespace] } } },
      ],
    },
  });
}
