import { arn, hexOf, type ServicePredictions, tagsAll, text } from "./prediction.ts";

/** Detection: GuardDuty, Security Hub, Access Analyzer, Inspector, Config, and the account's own switches. */
export const securityPredictions: ServicePredictions = {
  "aws:guardduty/detector:Detector": {
    id: ({ urn }) => hexOf(urn, 32),
    outputs: (context, id) => ({
      arn: arn(context, "guardduty", `detector/${id}`),
      accountId: context.accountId,
      ...tagsAll(context),
    }),
  },
  "aws:guardduty/detectorFeature:DetectorFeature": {
    id: (context) => `${text(context, "detectorId")}/${text(context, "name")}`,
  },
  "aws:securityhub/account:Account": {
    id: ({ accountId }) => accountId,
    outputs: (context) => ({ arn: arn(context, "securityhub", "hub/default") }),
  },
  "aws:securityhub/standardsSubscription:StandardsSubscription": {
    id: (context) => {
      const standard = text(context, "standardsArn").split("::")[1] ?? "";
      return arn(context, "securityhub", `subscription/${standard.replace(/^(standards|ruleset)\//, "")}`);
    },
    outputs: (_context, id) => ({ arn: id }),
  },
  "aws:accessanalyzer/analyzer:Analyzer": {
    id: (context) => text(context, "analyzerName"),
    outputs: (context, id) => ({ arn: arn(context, "access-analyzer", `analyzer/${id}`), ...tagsAll(context) }),
  },
  "aws:inspector2/enabler:Enabler": {
    id: ({ inputs }) =>
      ["accountIds", "resourceTypes"]
        .map((name) => [inputs[name] ?? []].flat().map(String).toSorted().join(":"))
        .join("-"),
  },
  "aws:cfg/recorder:Recorder": { id: (context) => text(context, "name") || "default" },
  "aws:cfg/recorderStatus:RecorderStatus": { id: (context) => text(context, "name") || "default" },
  "aws:cfg/deliveryChannel:DeliveryChannel": { id: (context) => text(context, "name") || "default" },
  "aws:ebs/encryptionByDefault:EncryptionByDefault": {
    id: ({ accountId, region }) => `ebs-encryption-${accountId}-${region}`,
  },
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": {
    id: (context) => text(context, "accountId") || context.accountId,
    outputs: (_context, accountId) => ({ accountId }),
  },
};
