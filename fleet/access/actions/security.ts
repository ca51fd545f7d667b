import { type AccessScope, type AccessTable, actionsOf, anyResource } from "./type-access.ts";

const tags = "ListTagsForResource TagResource UntagResource";
const analyzers = ({ partition, region, accountId, namePrefix }: AccessScope) => [
  `arn:${partition}:access-analyzer:${region}:${accountId}:analyzer/${namePrefix}-*`,
];

/**
 * Detection and the account's own switches. They know no resource, or one whose id the service makes.
 *
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const securityAccess: AccessTable = {
  "aws:guardduty/detector:Detector": {
    actions: actionsOf("guardduty", `CreateDetector GetDetector UpdateDetector DeleteDetector ListDetectors ${tags}`),
    resources: anyResource,
  },
  "aws:guardduty/detectorFeature:DetectorFeature": {
    actions: actionsOf("guardduty", "GetDetector UpdateDetector"),
    resources: anyResource,
  },
  "aws:securityhub/account:Account": {
    actions: actionsOf(
      "securityhub",
      "EnableSecurityHub DescribeHub UpdateSecurityHubConfiguration DisableSecurityHub",
    ),
    resources: anyResource,
  },
  "aws:securityhub/standardsSubscription:StandardsSubscription": {
    actions: actionsOf("securityhub", "BatchEnableStandards GetEnabledStandards BatchDisableStandards"),
    resources: anyResource,
  },
  "aws:accessanalyzer/analyzer:Analyzer": {
    actions: actionsOf("access-analyzer", `CreateAnalyzer GetAnalyzer UpdateAnalyzer DeleteAnalyzer ${tags}`),
    resources: analyzers,
  },
  "aws:inspector2/enabler:Enabler": {
    actions: actionsOf("inspector2", "Enable Disable BatchGetAccountStatus"),
    resources: anyResource,
  },
  "aws:cfg/recorder:Recorder": {
    actions: actionsOf(
      "config",
      "PutConfigurationRecorder DescribeConfigurationRecorders DeleteConfigurationRecorder ListTagsForResource",
    ),
    resources: anyResource,
  },
  "aws:cfg/recorderStatus:RecorderStatus": {
    actions: actionsOf(
      "config",
      "StartConfigurationRecorder StopConfigurationRecorder DescribeConfigurationRecorderStatus",
    ),
    resources: anyResource,
  },
  "aws:cfg/deliveryChannel:DeliveryChannel": {
    actions: actionsOf("config", "PutDeliveryChannel DescribeDeliveryChannels DeleteDeliveryChannel"),
    resources: anyResource,
  },
  "aws:ebs/encryptionByDefault:EncryptionByDefault": {
    actions: actionsOf("ec2", "EnableEbsEncryptionByDefault GetEbsEncryptionByDefault DisableEbsEncryptionByDefault"),
    resources: anyResource,
  },
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": {
    actions: actionsOf("s3", "GetAccountPublicAccessBlock PutAccountPublicAccessBlock"),
    resources: anyResource,
  },
};
