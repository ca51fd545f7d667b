import type { PropertyMap } from "../../../provider/provider.ts";
import { isMap } from "../../../provider/structural-diff.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { findKey, requireKey, requireRole } from "../../references.ts";
import { allRows } from "../../rows.ts";
import { text } from "../../values.ts";

const service = "cloudtrail.amazonaws.com";

/** Whether a policy lets CloudTrail do `action`; conditions are not evaluated. */
function lets(policy: unknown, action: string): boolean {
  if (typeof policy !== "string") return false;
  const { Statement: statements = [] } = JSON.parse(policy) as { Statement?: unknown };
  return [statements].flat().some((statement) => {
    if (!isMap(statement) || statement["Effect"] !== "Allow" || !isMap(statement["Principal"])) return false;
    const principals = [statement["Principal"]["Service"]].flat();
    const actions = [statement["Action"]].flat().map(String);
    return principals.includes(service) && actions.some((one) => action.startsWith(one.replace(/\*$/, "")));
  });
}

/**
 * https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html
 *
 * @throws where bucket, key, log group, role or topic does not exist, or does not let CloudTrail in.
 */
export function requireDestinations(account: Account, inputs: PropertyMap): void {
  requireBucket(account, text(inputs, "s3BucketName") ?? "");
  requireTrailKey(account, text(inputs, "kmsKeyId"));
  requireLogGroup(account, inputs);
  const topic = text(inputs, "snsTopicName");
  const topics = allRows(account.world, "aws:sns/topic:Topic");
  if (topic !== undefined && !topics.some((row) => row.arn === topic || row.arn.endsWith(`:${topic}`)))
    throw new AwsError("InvalidSnsTopicNameException", `The topic ${topic} does not exist`);
}

function requireBucket(account: Account, bucket: string): void {
  if (!allRows(account.world, "aws:s3/bucket:Bucket").some((row) => row.id === bucket))
    throw new AwsError("S3BucketDoesNotExistException", `S3 bucket ${bucket} does not exist!`);
  const policies = allRows(account.world, "aws:s3/bucketPolicy:BucketPolicy");
  if (!policies.some((row) => row.inputs["bucket"] === bucket && lets(row.inputs["policy"], "s3:PutObject")))
    throw new AwsError(
      "InsufficientS3BucketPolicyException",
      `Incorrect S3 bucket policy is detected for bucket: ${bucket}`,
    );
}

function requireTrailKey(account: Account, reference: string | undefined): void {
  if (reference === undefined) return;
  requireKey(account, reference, "KmsKeyNotFoundException");
  if (!lets(findKey(account, reference)?.computed["policy"], "kms:GenerateDataKey"))
    throw new AwsError(
      "InsufficientEncryptionPolicyException",
      `Insufficient permissions to access S3 bucket or KMS key ${reference}: its policy does not let ${service} use it`,
    );
}

function requireLogGroup(account: Account, inputs: PropertyMap): void {
  const group = text(inputs, "cloudWatchLogsGroupArn");
  if (group === undefined) return;
  if (!allRows(account.world, "aws:cloudwatch/logGroup:LogGroup").some((row) => `${row.arn}:*` === group))
    throw new AwsError("InvalidCloudWatchLogsLogGroupArnException", `The log group ${group} does not exist`);
  requireRole(account, text(inputs, "cloudWatchLogsRoleArn"), "InvalidCloudWatchLogsRoleArnException");
}
