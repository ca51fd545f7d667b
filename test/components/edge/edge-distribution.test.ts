import { deepEqual, equal } from "node:assert/strict";
import { EdgeDistribution } from "../../../components/edge/edge-distribution.ts";
import { arnOf, declared, named, shortNames } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const distribution = () =>
  declared(() => {
    const { edge } = cellPlan("us-1");
    if (edge === undefined) throw new Error("no edge");
    new EdgeDistribution("edge", {
      plan: edge,
      region: "us-east-1",
      certificateArn: arnOf("acm"),
      webAclArn: arnOf("wafv2"),
      functionArn: arnOf("function"),
      vpcOriginId: "vo_0",
      originDomainName: "internal-cell.elb.amazonaws.com",
    });
  });

describe("EdgeDistribution", () => {
  it("R-INF-5 is the distribution and its policies", async () => {
    deepEqual(shortNames(await distribution()), [
      "MultitenantDistribution edge",
      "CachePolicy edge-asset-caching",
      "OriginAccessControl edge-assets",
      "ResponseHeadersPolicy edge-security-headers",
    ]);
  });

  it("R-INF-5 signs what it asks the bucket for, and reaches the cell by its VPC origin", async () => {
    const { origins } = named(await distribution(), "edge").inputs as { origins: Record<string, unknown>[] };
    deepEqual(
      origins.map(({ id, domainName, vpcOriginConfigs, originAccessControlId }) => [
        id,
        domainName,
        vpcOriginConfigs !== undefined,
        originAccessControlId !== undefined,
      ]),
      [
        ["cell", "internal-cell.elb.amazonaws.com", true, false],
        ["assets", `${cellPlan("us-1").edge?.assetBucketName}.s3.us-east-1.amazonaws.com`, false, true],
      ],
    );
    equal(named(await distribution(), "edge-assets").inputs["signingBehavior"], "always");
  });

  it("R-INF-5 makes browsers come by HTTPS for a year", async () => {
    const { securityHeadersConfig } = named(await distribution(), "edge-security-headers").inputs;
    deepEqual((securityHeadersConfig as Record<string, unknown>)["strictTransportSecurity"], {
      accessControlMaxAgeSec: 31_536_000,
      includeSubdomains: true,
      preload: false,
      override: true,
    });
  });

  it("R-INF-10 has what the function says of caching in the cache key, and nothing of the viewer's", async () => {
    const { parametersInCacheKeyAndForwardedToOrigin: key } = named(await distribution(), "edge-asset-caching").inputs;
    deepEqual(key, {
      cookiesConfig: { cookieBehavior: "none" },
      headersConfig: { headerBehavior: "whitelist", headers: { items: ["x-tenantry-cache"] } },
      queryStringsConfig: { queryStringBehavior: "none" },
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
  });
});
