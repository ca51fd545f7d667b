import { describeAwsContract } from "../../../support/aws-contract.ts";

const visibility = { cloudwatchMetricsEnabled: true, metricName: "one", sampledRequestsEnabled: true };
const stage = (name: string) => `arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/${name}/1`;

describeAwsContract(
  [
    "aws:wafv2/ipSet:IpSet",
    "aws:wafv2/webAcl:WebAcl",
    "aws:wafv2/webAclAssociation:WebAclAssociation",
    "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
  ],
  (ids) => [
    {
      token: "aws:wafv2/ipSet:IpSet",
      good: { name: "one", scope: "REGIONAL", ipAddressVersion: "IPV4", addresses: ["192.0.2.0/24"], tags: { a: "b" } },
      changed: { addresses: ["198.51.100.0/24"] },
      replacing: { name: "two" },
      byHand: { property: "description", value: "by hand" },
    },
    {
      token: "aws:wafv2/webAcl:WebAcl",
      good: { name: "one", scope: "REGIONAL", defaultAction: { allow: {} }, visibilityConfig: visibility },
      changed: { defaultAction: { block: {} } },
      replacing: { name: "two" },
      byHand: { property: "description", value: "by hand" },
    },
    {
      token: "aws:wafv2/webAclAssociation:WebAclAssociation",
      good: { webAclArn: ids["aclArn"], resourceArn: stage("one") },
      replacing: { resourceArn: stage("two") },
    },
    {
      token: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
      good: { resourceArn: ids["aclArn"], logDestinationConfigs: [ids["wafLogsArn"]] },
      changed: { redactedFields: [{ singleHeader: { name: "authorization" } }] },
      replacing: { resourceArn: ids["otherAclArn"] },
      byHand: { property: "loggingFilter", value: { defaultBehavior: "KEEP", filters: [] } },
    },
  ],
);
