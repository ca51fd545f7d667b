import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { BucketReplicationConfig } from "@pulumi/aws/s3/bucketReplicationConfig.js";
import * as pulumi from "@pulumi/pulumi";
import type { BucketPlan } from "../../model/plan/bucket-plan.ts";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import { policyDocument } from "../identity/policy-document.ts";
import { serviceTrust } from "../identity/service-trust.ts";
import type { Retention } from "../retention.ts";
import { PrivateBucket } from "./private-bucket.ts";
import type { TenantBucket } from "./tenant-bucket.ts";

export interface TenantBucketReplicaArgs {
  readonly plan: NonNullable<BucketPlan["replica"]>;
  readonly cell: CellReference;
  readonly retention: Retention;
  readonly source: TenantBucket;
  readonly sourceKeyArn: pulumi.Input<string>;
  /** Key in the copy's Region. */
  readonly replicaKeyArn: pulumi.Input<string>;
  readonly permissionsBoundaryArn: pulumi.Input<string>;
}

/**
 * Copy of a tenant's bucket in the cell's recovery Region, deletions of versions left out.
 *
 * Costs the storage again and the traffic between the Regions. The copy survives `pulumi destroy` unless released.
 */
export class TenantBucketReplica extends pulumi.ComponentResource {
  readonly bucketName: pulumi.Output<string>;

  constructor(name: string, args: TenantBucketReplicaArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantBucketReplica", name, {}, opts);
    const { plan, cell, retention, replicaKeyArn } = args;
    const parent = { parent: this };

    const copy = new PrivateBucket(
      `${name}-objects`,
      {
        bucketName: plan.bucketName,
        partition: cell.partition,
        region: plan.region,
        retention,
        versioning: true,
        kmsKeyArn: replicaKeyArn,
      },
      parent,
    );
    const role = allowCopying(name, args, copy, parent);
    copyObjects(name, args, copy, role, parent);

    this.bucketName = copy.bucketName;
    this.registerOutputs({ bucketName: this.bucketName });
  }
}

function allowCopying(
  name: string,
  args: TenantBucketReplicaArgs,
  copy: PrivateBucket,
  opts: pulumi.CustomResourceOptions,
): Role {
  const { plan, cell, source, permissionsBoundaryArn } = args;
  const role = new Role(
    `${name}-role`,
    {
      name: plan.roleName,
      assumeRolePolicy: serviceTrust("s3.amazonaws.com", cell.accountId),
      permissionsBoundary: permissionsBoundaryArn,
    },
    opts,
  );
  const policy = policyDocument([
    {
      Sid: "Source",
      Effect: "Allow",
      Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"],
      Resource: source.arn,
    },
    {
      Sid: "SourceVersions",
      Effect: "Allow",
      Action: ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"],
      Resource: pulumi.interpolate`${source.arn}/*`,
    },
    {
      Sid: "Copy",
      Effect: "Allow",
      Action: ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"],
      Resource: pulumi.interpolate`${copy.arn}/*`,
    },
    { Sid: "Read", Effect: "Allow", Action: "kms:Decrypt", Resource: args.sourceKeyArn },
    { Sid: "Write", Effect: "Allow", Action: ["kms:Encrypt", "kms:GenerateDataKey"], Resource: args.replicaKeyArn },
  ]);
  new RolePolicy(`${name}-role-policy`, { name: "access", role: role.name, policy }, opts);
  return role;
}

function copyObjects(
  name: string,
  args: TenantBucketReplicaArgs,
  copy: PrivateBucket,
  role: Role,
  opts: pulumi.CustomResourceOptions,
): void {
  const encrypted = { sseKmsEncryptedObjects: { status: "Enabled" } };
  const destination = {
    bucket: copy.arn,
    storageClass: "STANDARD_IA",
    encryptionConfiguration: { replicaKmsKeyId: args.replicaKeyArn },
  };
  const rule = {
    id: "everything",
    status: "Enabled",
    priority: 1,
    filter: { prefix: "" },
    deleteMarkerReplication: { status: "Enabled" },
    sourceSelectionCriteria: encrypted,
    destination,
  };
  new BucketReplicationConfig(
    `${name}-rules`,
    { bucket: args.source.bucketName, role: role.arn, rules: [rule] },
    { ...opts, dependsOn: [args.source.versioned, copy.versioned] },
  );
}
