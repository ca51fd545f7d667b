import {
  domainSuffix,
  nameFrom,
  type PredictionContext,
  type ServicePredictions,
  type TypePrediction,
  tagsAll,
  text,
} from "./prediction.ts";

/** A setting of a bucket has the bucket's name as its id. */
const bucketSetting: TypePrediction = { id: (context) => text(context, "bucket") };

const bucketArn = ({ partition }: PredictionContext, bucket: string): string => `arn:${partition}:s3:::${bucket}`;

/** AWS Simple Storage Service. */
export const s3Predictions: ServicePredictions = {
  "aws:s3/bucket:Bucket": {
    id: (context) => nameFrom(context, "bucket"),
    outputs: (context, bucket) => ({
      bucket,
      arn: bucketArn(context, bucket),
      bucketDomainName: `${bucket}.s3.${domainSuffix(context)}`,
      bucketRegionalDomainName: `${bucket}.s3.${context.region}.${domainSuffix(context)}`,
      region: context.region,
      ...tagsAll(context),
    }),
  },
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": bucketSetting,
  "aws:s3/bucketLogging:BucketLogging": bucketSetting,
  "aws:s3/bucketNotification:BucketNotification": bucketSetting,
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": bucketSetting,
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": bucketSetting,
  "aws:s3/bucketPolicy:BucketPolicy": bucketSetting,
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": bucketSetting,
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": bucketSetting,
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": bucketSetting,
  "aws:s3/bucketVersioning:BucketVersioning": bucketSetting,
};
