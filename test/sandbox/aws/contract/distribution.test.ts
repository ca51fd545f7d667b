import { describeAwsContract } from "../../../support/aws-contract.ts";
import { distributionOf } from "../../../support/edge-surroundings.ts";

describeAwsContract(
  [
    "aws:cloudfront/vpcOrigin:VpcOrigin",
    "aws:cloudfront/cachePolicy:CachePolicy",
    "aws:cloudfront/originAccessControl:OriginAccessControl",
    "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
  ],
  (ids) => {
    const endpoint = (arn: string | undefined, httpPort = 80) => ({
      vpcOriginEndpointConfig: {
        arn,
        name: "one",
        httpPort,
        httpsPort: 443,
        originProtocolPolicy: "https-only",
        originSslProtocols: { items: ["TLSv1.2"], quantity: 1 },
      },
    });
    const parameters = (queryStringBehavior: string) => ({
      parametersInCacheKeyAndForwardedToOrigin: {
        cookiesConfig: { cookieBehavior: "none" },
        headersConfig: { headerBehavior: "none" },
        queryStringsConfig: { queryStringBehavior },
      },
    });
    const access = { originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv4" };
    return [
      {
        token: "aws:cloudfront/vpcOrigin:VpcOrigin",
        good: endpoint(ids["balancer"]),
        changed: endpoint(ids["balancer"], 8080),
        byHand: { property: "tags", value: { a: "by hand" } },
      },
      {
        token: "aws:cloudfront/cachePolicy:CachePolicy",
        good: { name: "one", ...parameters("none") },
        changed: { defaultTtl: 3600, ...parameters("all") },
        replacing: { name: "two" },
        byHand: { property: "defaultTtl", value: 1 },
      },
      {
        token: "aws:cloudfront/originAccessControl:OriginAccessControl",
        good: { name: "one", ...access },
        changed: { description: "one" },
        replacing: { name: "two" },
        byHand: { property: "description", value: "by hand" },
      },
      {
        token: "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
        good: distributionOf(ids["certificate"]),
        changed: { comment: "two" },
        byHand: { property: "comment", value: "by hand" },
      },
    ];
  },
);
