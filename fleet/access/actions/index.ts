import { apigatewayAccess } from "./apigateway.ts";
import { appconfigAccess } from "./appconfig.ts";
import { backupAccess } from "./backup.ts";
import { bedrockAccess } from "./bedrock.ts";
import { cloudwatchAccess } from "./cloudwatch.ts";
import { ec2Access } from "./ec2.ts";
import { eksAccess } from "./eks.ts";
import { iamAccess } from "./iam.ts";
import { kinesisAccess } from "./kinesis.ts";
import { kmsAccess } from "./kms.ts";
import { logsAccess } from "./logs.ts";
import { rdsAccess } from "./rds.ts";
import { s3Access } from "./s3.ts";
import { secretsManagerAccess } from "./secrets-manager.ts";
import { snsAccess } from "./sns.ts";
import { sqsAccess } from "./sqs.ts";
import type { AccessTable } from "./type-access.ts";

/** What the deploying role needs for each resource type that a stack may declare. */
export const accessTable: AccessTable = {
  ...backupAccess,
  ...bedrockAccess,
  ...apigatewayAccess,
  ...appconfigAccess,
  ...cloudwatchAccess,
  ...ec2Access,
  ...eksAccess,
  ...iamAccess,
  ...kinesisAccess,
  ...kmsAccess,
  ...logsAccess,
  ...rdsAccess,
  ...s3Access,
  ...secretsManagerAccess,
  ...snsAccess,
  ...sqsAccess,
};
