import { describeAwsContract } from "../../../support/aws-contract.ts";

const role = "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";

describeAwsContract(
  [
    "aws:guardduty/detector:Detector",
    "aws:securityhub/account:Account",
    "aws:accessanalyzer/analyzer:Analyzer",
    "aws:inspector2/enabler:Enabler",
    "aws:cfg/recorder:Recorder",
    "aws:ebs/encryptionByDefault:EncryptionByDefault",
    "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
  ],
  () => [
    {
      token: "aws:guardduty/detector:Detector",
      good: { enable: true, tags: { a: "b" } },
      changed: { findingPublishingFrequency: "FIFTEEN_MINUTES" },
      replacing: { region: "us-east-1" },
      byHand: { property: "enable", value: false },
    },
    {
      token: "aws:securityhub/account:Account",
      good: { enableDefaultStandards: false },
      changed: { autoEnableControls: false },
      replacing: { region: "us-east-1" },
      byHand: { property: "autoEnableControls", value: false },
    },
    {
      token: "aws:accessanalyzer/analyzer:Analyzer",
      good: { analyzerName: "one", type: "ACCOUNT_UNUSED_ACCESS", tags: { a: "b" } },
      changed: { configuration: { unusedAccess: { unusedAccessAge: 90 } } },
      replacing: { analyzerName: "two" },
      byHand: { property: "configuration", value: { unusedAccess: { unusedAccessAge: 1 } } },
    },
    {
      token: "aws:inspector2/enabler:Enabler",
      good: { accountIds: ["111122223333"], resourceTypes: ["EC2"] },
      replacing: { accountIds: ["444455556666"] },
    },
    {
      token: "aws:cfg/recorder:Recorder",
      good: { name: "one", roleArn: role },
      changed: { recordingMode: { recordingFrequency: "DAILY" } },
      replacing: { region: "us-east-1" },
      byHand: { property: "recordingMode", value: { recordingFrequency: "CONTINUOUS" } },
    },
    {
      token: "aws:ebs/encryptionByDefault:EncryptionByDefault",
      good: { enabled: true },
      changed: { enabled: false },
      replacing: { region: "us-west-2" },
      byHand: { property: "enabled", value: false },
    },
    {
      token: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
      good: { blockPublicAcls: true },
      changed: { blockPublicPolicy: true },
      replacing: { accountId: "444455556666" },
      byHand: { property: "blockPublicAcls", value: false },
    },
  ],
);

describeAwsContract(
  ["aws:guardduty/detectorFeature:DetectorFeature", "aws:cfg/deliveryChannel:DeliveryChannel"],
  (ids) => [
    {
      token: "aws:guardduty/detectorFeature:DetectorFeature",
      good: { detectorId: ids["detector"], name: "S3_DATA_EVENTS", status: "ENABLED", region: "us-west-2" },
      changed: { status: "DISABLED" },
      replacing: { name: "RDS_LOGIN_EVENTS" },
      byHand: { property: "status", value: "DISABLED" },
    },
    {
      token: "aws:cfg/deliveryChannel:DeliveryChannel",
      good: { name: "one", s3BucketName: ids["bucket"], region: "us-west-2" },
      changed: { s3KeyPrefix: "config" },
      replacing: { region: "us-west-1" },
      byHand: { property: "s3KeyPrefix", value: "by hand" },
    },
  ],
);
