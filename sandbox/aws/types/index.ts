import type { TypeDefinition } from "../define-type.ts";
import { accessanalyzerTypes } from "./accessanalyzer/index.ts";
import { acmTypes } from "./acm/index.ts";
import { apigatewayTypes } from "./apigateway/index.ts";
import { appautoscalingTypes } from "./appautoscaling/index.ts";
import { appconfigTypes } from "./appconfig/index.ts";
import { backupTypes } from "./backup/index.ts";
import { bedrockTypes } from "./bedrock/index.ts";
import { budgetsTypes } from "./budgets/index.ts";
import { cfgTypes } from "./cfg/index.ts";
import { chatbotTypes } from "./chatbot/index.ts";
import { cloudfrontTypes } from "./cloudfront/index.ts";
import { cloudtrailTypes } from "./cloudtrail/index.ts";
import { cloudwatchTypes } from "./cloudwatch/index.ts";
import { cognitoTypes } from "./cognito/index.ts";
import { costexplorerTypes } from "./costexplorer/index.ts";
import { ebsTypes } from "./ebs/index.ts";
import { ec2Types } from "./ec2/index.ts";
import { eksTypes } from "./eks/index.ts";
import { elasticacheTypes } from "./elasticache/index.ts";
import { eventsTypes } from "./events/index.ts";
import { guarddutyTypes } from "./guardduty/index.ts";
import { iamTypes } from "./iam/index.ts";
import { inspector2Types } from "./inspector2/index.ts";
import { kinesisTypes } from "./kinesis/index.ts";
import { kmsTypes } from "./kms/index.ts";
import { lbTypes } from "./lb/index.ts";
import { rdsTypes } from "./rds/index.ts";
import { route53Types } from "./route53/index.ts";
import { s3Types } from "./s3/index.ts";
import { schedulerTypes } from "./scheduler/index.ts";
import { secretsmanagerTypes } from "./secretsmanager/index.ts";
import { securityhubTypes } from "./securityhub/index.ts";
import { sesv2Types } from "./sesv2/index.ts";
import { snsTypes } from "./sns/index.ts";
import { sqsTypes } from "./sqs/index.ts";
import { vpcTypes } from "./vpc/index.ts";
import { wafv2Types } from "./wafv2/index.ts";

/** Every resource type of the embedded account: a new file is a line in its service's index, a new service one here. */
export const typeDefinitions: readonly TypeDefinition[] = [
  ...schedulerTypes,
  ...elasticacheTypes,
  ...appautoscalingTypes,
  ...acmTypes,
  ...accessanalyzerTypes,
  ...backupTypes,
  ...bedrockTypes,
  ...apigatewayTypes,
  ...appconfigTypes,
  ...cloudfrontTypes,
  ...cloudtrailTypes,
  ...budgetsTypes,
  ...cfgTypes,
  ...costexplorerTypes,
  ...ebsTypes,
  ...chatbotTypes,
  ...cloudwatchTypes,
  ...cognitoTypes,
  ...ec2Types,
  ...eksTypes,
  ...eventsTypes,
  ...guarddutyTypes,
  ...iamTypes,
  ...inspector2Types,
  ...kinesisTypes,
  ...kmsTypes,
  ...lbTypes,
  ...rdsTypes,
  ...route53Types,
  ...s3Types,
  ...secretsmanagerTypes,
  ...securityhubTypes,
  ...sesv2Types,
  ...snsTypes,
  ...sqsTypes,
  ...vpcTypes,
  ...wafv2Types,
];
