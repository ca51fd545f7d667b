import type { PolicyStatement } from "../identity/policy-document.ts";

const service = "cloudtrail.amazonaws.com";

/** An account in a Region, where a trail is. */
export interface TrailPlace {
  readonly partition: string;
  readonly accountId: string;
  readonly region: string;
}

/** ARN of the trail of that name. */
const trailArn = ({ partition, region, accountId }: TrailPlace, trailName: string): string =>
  `arn:${partition}:cloudtrail:${region}:${accountId}:trail/${trailName}`;

/**
 * A key's policy: CloudTrail encrypts the records of that trail, and no other's; who may read the bucket decrypts
 * through S3.
 *
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export function trailKeyStatements(place: TrailPlace, trailName: string): readonly PolicyStatement[] {
  const arn = trailArn(place, trailName);
  const Principal = { Service: service };
  return [
    {
      Sid: "TrailRecords",
      Effect: "Allow",
      Principal,
      Action: "kms:GenerateDataKey*",
      Resource: "*",
      Condition: {
        StringEquals: { "aws:SourceArn": arn },
        StringLike: {
          "kms:EncryptionContext:aws:cloudtrail:arn": `arn:${place.partition}:cloudtrail:*:${place.accountId}:trail/*`,
        },
      },
    },
    {
      Sid: "TrailKey",
      Effect: "Allow",
      Principal,
      Action: "kms:DescribeKey",
      Resource: "*",
      Condition: { StringEquals: { "aws:SourceArn": arn } },
    },
  ];
}

/**
 * A bucket's policy: CloudTrail writes that trail's records; nobody lifts a lock before its time.
 *
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 *
 * @param organizationId whose accounts' records come in too; without it, the trail's own account's alone
 */
export function trailBucketStatements(
  place: TrailPlace,
  trailName: string,
  bucketName: string,
  organizationId?: string,
): readonly PolicyStatement[] {
  const bucketArn = `arn:${place.partition}:s3:::${bucketName}`;
  const ofTrail = { "aws:SourceArn": trailArn(place, trailName) };
  const writers = [place.accountId, ...(organizationId === undefined ? [] : [organizationId])];
  return [
    {
      Sid: "TrailLooks",
      Effect: "Allow",
      Principal: { Service: service },
      Action: "s3:GetBucketAcl",
      Resource: bucketArn,
      Condition: { StringEquals: ofTrail },
    },
    {
      Sid: "TrailWrites",
      Effect: "Allow",
      Principal: { Service: service },
      Action: "s3:PutObject",
      Resource: writers.map((writer) => `${bucketArn}/AWSLogs/${writer}/*`),
      Condition: { StringEquals: { ...ofTrail, "s3:x-amz-acl": "bucket-owner-full-control" } },
    },
  ];
}

/** Nobody of the account lifts a lock that is not over, whatever its own policies allow. */
export const keepLocks = (partition: string, bucketName: string): PolicyStatement => ({
  Sid: "LocksHold",
  Effect: "Deny",
  Principal: { AWS: "*" },
  Action: "s3:BypassGovernanceRetention",
  Resource: `arn:${partition}:s3:::${bucketName}/*`,
});
