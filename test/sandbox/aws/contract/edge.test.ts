import { describeAwsContract } from "../../../support/aws-contract.ts";

const edge = "us-east-1";
const named = (first: string, second: string) => ({ good: { name: first }, replacing: { name: second } });

describeAwsContract(
  [
    "aws:acm/certificate:Certificate",
    "aws:acm/certificateValidation:CertificateValidation",
    "aws:route53/zone:Zone",
    "aws:route53/record:Record",
    "aws:lb/loadBalancer:LoadBalancer",
    "aws:lb/targetGroup:TargetGroup",
    "aws:lb/listener:Listener",
    "aws:cloudfront/keyValueStore:KeyValueStore",
    "aws:cloudfront/keyvaluestoreKey:KeyvaluestoreKey",
    "aws:cloudfront/function:Function",
    "aws:cloudfront/connectionGroup:ConnectionGroup",
    "aws:cloudfront/distributionTenant:DistributionTenant",
    "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
    "aws:cloudwatch/logDeliverySource:LogDeliverySource",
    "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
    "aws:cloudwatch/logDelivery:LogDelivery",
  ],
  (ids) => {
    const code = "function handler(event) { return event.request; }";
    const headers = (seconds: number) => ({
      strictTransportSecurity: { accessControlMaxAgeSec: seconds, override: true },
    });
    const forward = (group: string | undefined) => [{ type: "forward", targetGroupArn: group }];
    const bucket = (destinationResourceArn: string | undefined) => ({ destinationResourceArn });
    return [
      {
        token: "aws:acm/certificate:Certificate",
        good: { domainName: "one.example", validationMethod: "DNS", tags: { a: "b" } },
        changed: { tags: { a: "c" } },
        replacing: { domainName: "two.example" },
        byHand: { property: "tags", value: { a: "by hand" } },
      },
      {
        token: "aws:acm/certificateValidation:CertificateValidation",
        good: { certificateArn: ids["certificate"], region: edge },
        replacing: { validationRecordFqdns: ["a.example"] },
      },
      {
        token: "aws:route53/zone:Zone",
        ...named("one.example", "two.example"),
        changed: { comment: "one" },
        byHand: { property: "comment", value: "by hand" },
      },
      {
        token: "aws:route53/record:Record",
        good: { zoneId: ids["zone"], name: "a.zone.example", type: "A", ttl: 60, records: ["10.0.0.1"] },
        changed: { ttl: 300 },
        replacing: { name: "b.zone.example" },
        byHand: { property: "ttl", value: 1 },
      },
      {
        token: "aws:lb/loadBalancer:LoadBalancer",
        good: { name: "one", internal: true, subnets: [ids["subnet"], ids["otherSubnet"]], tags: { a: "b" } },
        changed: { dropInvalidHeaderFields: true },
        replacing: { name: "two" },
        byHand: { property: "dropInvalidHeaderFields", value: false },
      },
      {
        token: "aws:lb/targetGroup:TargetGroup",
        good: { name: "one", vpcId: ids["vpc"], port: 80, protocol: "HTTP", targetType: "ip" },
        changed: { deregistrationDelay: 30 },
        replacing: { name: "two" },
        byHand: { property: "deregistrationDelay", value: 1 },
      },
      {
        token: "aws:lb/listener:Listener",
        good: { loadBalancerArn: ids["balancer"], port: 80, protocol: "HTTP", defaultActions: forward(ids["targets"]) },
        changed: { defaultActions: forward(ids["otherTargets"]) },
        replacing: { loadBalancerArn: ids["otherBalancer"] },
        byHand: { property: "port", value: 81 },
      },
      {
        token: "aws:cloudfront/keyValueStore:KeyValueStore",
        ...named("one", "two"),
        changed: { comment: "one" },
        byHand: { property: "comment", value: "by hand" },
      },
      {
        token: "aws:cloudfront/keyvaluestoreKey:KeyvaluestoreKey",
        good: { keyValueStoreArn: ids["hostsArn"], key: "one", value: "1" },
        changed: { value: "2" },
        replacing: { key: "two" },
        byHand: { property: "value", value: "by hand" },
      },
      {
        token: "aws:cloudfront/function:Function",
        good: { name: "one", runtime: "cloudfront-js-2.0", code },
        changed: { comment: "one", keyValueStoreAssociations: [ids["hostsArn"]] },
        replacing: { name: "two" },
        byHand: { property: "comment", value: "by hand" },
      },
      {
        token: "aws:cloudfront/connectionGroup:ConnectionGroup",
        ...named("one", "two"),
        changed: { ipv6Enabled: false },
        byHand: { property: "ipv6Enabled", value: false },
      },
      {
        token: "aws:cloudfront/distributionTenant:DistributionTenant",
        good: {
          name: "one",
          distributionId: ids["distribution"],
          connectionGroupId: ids["connections"],
          domains: [{ domain: "one.zone.example" }],
        },
        changed: { enabled: false },
        replacing: { name: "two", domains: [{ domain: "two.zone.example" }] },
        byHand: { property: "enabled", value: false },
      },
      {
        token: "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
        good: { name: "one", securityHeadersConfig: headers(60) },
        changed: { securityHeadersConfig: headers(120) },
        replacing: { name: "two" },
        byHand: { property: "securityHeadersConfig", value: headers(0) },
      },
      {
        token: "aws:cloudwatch/logDeliverySource:LogDeliverySource",
        good: { name: "one", region: edge, logType: "ACCESS_LOGS", resourceArn: ids["distributionArn"] },
        changed: { tags: { a: "b" } },
        replacing: { name: "two" },
        byHand: { property: "tags", value: { a: "by hand" } },
      },
      {
        token: "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
        good: { name: "one", deliveryDestinationConfiguration: bucket(ids["bucketArn"]) },
        changed: { deliveryDestinationConfiguration: bucket(ids["otherBucketArn"]) },
        replacing: { name: "two" },
        byHand: { property: "tags", value: { a: "by hand" } },
      },
      {
        token: "aws:cloudwatch/logDelivery:LogDelivery",
        good: { region: edge, deliverySourceName: ids["source"], deliveryDestinationArn: ids["destinationArn"] },
        changed: { s3DeliveryConfigurations: [{ suffixPath: "a", enableHiveCompatiblePath: false }] },
        replacing: { deliverySourceName: ids["otherSource"] },
        byHand: { property: "tags", value: { a: "by hand" } },
      },
    ];
  },
);
