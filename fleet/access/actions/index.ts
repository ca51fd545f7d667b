import { apigatewayAccess } from "./apigateway.ts";
import { appautoscalingAccess } from "./appautoscaling.ts";
import { appconfigAccess } from "./appconfig.ts";
import { backupAccess } from "./backup.ts";
import { bedrockAccess } from "./bedrock.ts";
import { chatbotAccess } from "./chatbot.ts";
import { cloudtrailAccess } from "./cloudtrail.ts";
import { cloudwatchAccess } from "./cloudwatch.ts";
import { cognitoAccess } from "./cognito.ts";
import { costAccess } from "./costs.ts";
import { ec2Access } from "./ec2.ts";
import { edgeAccess } from "./edge.ts";
import { eksAccess } from "./eks.ts";
import { elasticacheAccess } from "./elasticache.ts";
import { eventsAccess } from "./events.ts";
import { iamAccess } from "./iam.ts";
import { kinesisAccess } from "./kinesis.ts";
import { kmsAccess } from "./kms.ts";
import { logsAccess } from "./logs.ts";
import { rdsAccess } from "./rds.ts";
import { s3Access } from "./s3.ts";
import { schedulerAccess } from "./scheduler.ts";
import { secretsManagerAccess } from "./secrets-manager.ts";
import { securityAccess } from "./security.ts";
import { sesAccess } from "./ses.ts";
import { snsAccess } from "./sns.ts";
import { sqsAccess } from "./sqs.ts";
import type { AccessTable } from "./type-access.ts";
import { wafv2Access } from "./wafv2.ts";

/** What the deploying role needs for each resource type that a stack may declare. */
export const accessTable: AccessTable = {
  ...backupAccess,
  ...bedrockAccess,
  ...apigatewayAccess,
  ...appconfigAccess,
  ...cloudtrailAccess,
  ...cloudwatchAccess,
  ...chatbotAccess,
  ...ec2Access,
  ...edgeAccess,
  ...eksAccess,
  ...eventsAccess,
  ...elasticacheAccess,
  ...appautoscalingAccess,
  ...iamAccess,
  ...cognitoAccess,
  ...costAccess,
  ...kinesisAccess,
  ...kmsAccess,
  ...logsAccess,
  ...rdsAccess,
  ...s3Access,
  ...schedulerAccess,
  ...secretsManagerAccess,
  ...securityAccess,
  ...sesAccess,
  ...snsAccess,
  ...sqsAccess,
  ...wafv2Access,
};
