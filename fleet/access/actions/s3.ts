import { type AccessScope, type AccessTable, actionsOf } from "./type-access.ts";

const buckets = ({ partition, namePrefix }: AccessScope) => [`arn:${partition}:s3:::${namePrefix}-*`];
const bucketAccess = (names: string) => ({ actions: actionsOf("s3", names), resources: buckets });

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
export const s3Access: AccessTable = {
  "aws:s3/bucket:Bucket": bucketAccess(
    "CreateBucket DeleteBucket ListBucket GetBucketLocation GetBucketTagging PutBucketTagging GetBucketObjectLockConfiguration PutBucketObjectLockConfiguration",
  ),
  "aws:s3/bucketVersioning:BucketVersioning": bucketAccess("GetBucketVersioning PutBucketVersioning"),
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": bucketAccess(
    "GetBucketPublicAccessBlock PutBucketPublicAccessBlock",
  ),
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": bucketAccess(
    "GetBucketOwnershipControls PutBucketOwnershipControls",
  ),
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": bucketAccess(
    "GetEncryptionConfiguration PutEncryptionConfiguration",
  ),
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": bucketAccess(
    "GetLifecycleConfiguration PutLifecycleConfiguration",
  ),
  "aws:s3/bucketLogging:BucketLogging": bucketAccess("GetBucketLogging PutBucketLogging"),
  "aws:s3/bucketPolicy:BucketPolicy": bucketAccess("GetBucketPolicy PutBucketPolicy DeleteBucketPolicy"),
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": bucketAccess(
    "GetBucketObjectLockConfiguration PutBucketObjectLockConfiguration",
  ),
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": bucketAccess(
    "GetReplicationConfiguration PutReplicationConfiguration",
  ),
};
