import { describeAwsContract } from "../../../support/aws-contract.ts";

const bucketPolicy = (bucket: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: `arn:aws:s3:::${bucket}/*` }],
  });

describeAwsContract(
  [
    "aws:kms/key:Key",
    "aws:kms/alias:Alias",
    "aws:cloudwatch/logGroup:LogGroup",
    "aws:s3/bucket:Bucket",
    "aws:s3/bucketVersioning:BucketVersioning",
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    "aws:s3/bucketLogging:BucketLogging",
    "aws:s3/bucketPolicy:BucketPolicy",
    "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    "aws:secretsmanager/secret:Secret",
    "aws:secretsmanager/secretVersion:SecretVersion",
  ],
  (ids) => {
    const bucket = ids["bucket"] ?? "";
    const other = { bucket: ids["otherBucket"] };
    const encrypted = (keyArn: string | undefined) => [
      { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn } },
    ];
    const lifecycle = (days: number) => [
      { id: "archive", status: "Enabled", transitions: [{ days, storageClass: "GLACIER_IR" }] },
    ];
    const lock = (days: number) => ({ defaultRetention: { mode: "GOVERNANCE", days } });
    const replicated = (status: string) => [{ id: "all", status, destination: { bucket: ids["logBucketArn"] } }];
    return [
      {
        token: "aws:kms/key:Key",
        good: { description: "one", enableKeyRotation: true, tags: { a: "b" } },
        changed: { description: "two", rotationPeriodInDays: 90 },
        replacing: { multiRegion: true },
        byHand: { property: "description", value: "by hand" },
      },
      {
        token: "aws:kms/alias:Alias",
        good: { name: "alias/one", targetKeyId: ids["key"] },
        changed: { targetKeyId: ids["otherKey"] },
        replacing: { name: "alias/two" },
        byHand: { property: "targetKeyId", value: "other" },
      },
      {
        token: "aws:cloudwatch/logGroup:LogGroup",
        good: { name: "/one", retentionInDays: 90, kmsKeyId: ids["keyArn"], tags: { a: "b" } },
        changed: { retentionInDays: 365 },
        replacing: { name: "/two" },
        byHand: { property: "retentionInDays", value: 1 },
      },
      {
        token: "aws:s3/bucket:Bucket",
        good: { bucket: "contract-one", tags: { a: "b" }, forceDestroy: false },
        changed: { tags: { a: "c" } },
        replacing: { bucket: "contract-two" },
        byHand: { property: "tags", value: { a: "by hand" } },
      },
      {
        token: "aws:s3/bucketVersioning:BucketVersioning",
        good: { bucket, versioningConfiguration: { status: "Enabled" } },
        changed: { versioningConfiguration: { status: "Enabled", mfaDelete: "Disabled" } },
        replacing: other,
        byHand: { property: "versioningConfiguration", value: { status: "Suspended" } },
      },
      {
        token: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
        good: { bucket, blockPublicAcls: true },
        changed: { blockPublicPolicy: true },
        replacing: other,
        byHand: { property: "blockPublicAcls", value: false },
      },
      {
        token: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
        good: { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } },
        changed: { rule: { objectOwnership: "ObjectWriter" } },
        replacing: other,
        byHand: { property: "rule", value: { objectOwnership: "ObjectWriter" } },
      },
      {
        token: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        good: { bucket, rules: encrypted(ids["keyArn"]) },
        changed: { rules: encrypted(ids["otherKeyArn"]) },
        replacing: other,
        byHand: { property: "rules", value: [] },
      },
      {
        token: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        good: { bucket, rules: lifecycle(90) },
        changed: { rules: lifecycle(60) },
        replacing: other,
        byHand: { property: "rules", value: lifecycle(1) },
      },
      {
        token: "aws:s3/bucketLogging:BucketLogging",
        good: { bucket, targetBucket: ids["logBucket"], targetPrefix: "a/" },
        changed: { targetPrefix: "b/" },
        replacing: other,
        byHand: { property: "targetPrefix", value: "c/" },
      },
      {
        token: "aws:s3/bucketPolicy:BucketPolicy",
        good: { bucket, policy: bucketPolicy(bucket) },
        replacing: { ...other, policy: bucketPolicy(ids["otherBucket"] ?? "") },
        byHand: { property: "policy", value: "{}" },
      },
      {
        token: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
        good: { bucket, rule: lock(30) },
        changed: { rule: lock(60) },
        replacing: other,
        byHand: { property: "rule", value: lock(1) },
      },
      {
        token: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
        good: { bucket, role: ids["roleArn"], rules: replicated("Enabled") },
        changed: { rules: replicated("Disabled") },
        replacing: other,
        byHand: { property: "rules", value: replicated("Disabled") },
      },
      {
        token: "aws:secretsmanager/secret:Secret",
        good: { name: "one", kmsKeyId: ids["key"], recoveryWindowInDays: 0, tags: { a: "b" } },
        changed: { description: "two" },
        replacing: { name: "two" },
        byHand: { property: "description", value: "by hand" },
      },
      {
        token: "aws:secretsmanager/secretVersion:SecretVersion",
        good: { secretId: ids["secret"], secretString: "a" },
        changed: { versionStages: ["AWSCURRENT", "blue"] },
        replacing: { secretString: "b" },
        byHand: { property: "secretString", value: "by hand" },
      },
    ];
  },
);
