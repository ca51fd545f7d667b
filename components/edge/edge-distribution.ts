import { CachePolicy } from "@pulumi/aws/cloudfront/cachePolicy.js";
import { MultitenantDistribution } from "@pulumi/aws/cloudfront/multitenantDistribution.js";
import { OriginAccessControl } from "@pulumi/aws/cloudfront/originAccessControl.js";
import { ResponseHeadersPolicy } from "@pulumi/aws/cloudfront/responseHeadersPolicy.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellEdgePlan } from "../../model/plan/edge-plan.ts";

/** Policies of CloudFront's own. Source: "Use managed cache policies", "Use managed origin request policies". */
const cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const allViewerHeaders = "216adef6-5c7f-47e4-b989-5492eafa07d3";
const yearSeconds = 31_536_000;

export interface EdgeDistributionArgs {
  readonly plan: CellEdgePlan;
  /** Region of the bucket of static files. */
  readonly region: string;
  readonly certificateArn: pulumi.Input<string>;
  readonly webAclArn: pulumi.Input<string>;
  readonly functionArn: pulumi.Input<string>;
  readonly vpcOriginId: pulumi.Input<string>;
  readonly originDomainName: pulumi.Input<string>;
}

/**
 * What all host names of a cell have in common: TLS 1.2 and newer with hybrid post-quantum key exchange, the function
 * that routes, security headers, and two ways on.
 *
 * `/assets/*` are static files of the product, out of a bucket that only this distribution reads, kept at the edge for
 * the plan's time. All else goes to the cell and is kept nowhere: a tenant's content passes an edge location, which may
 * be outside its residency, encrypted, and is not stored there.
 */
export class EdgeDistribution extends pulumi.ComponentResource {
  readonly distributionId: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: EdgeDistributionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:EdgeDistribution", name, {}, opts);
    const { plan } = args;
    const parent = { parent: this };
    const behaviors = declareBehaviors(name, args, parent);
    const distribution = new MultitenantDistribution(
      name,
      {
        comment: `Edge of ${plan.domain}`,
        enabled: true,
        httpVersion: "http2and3",
        origins: declareOrigins(name, args, parent),
        ...behaviors,
        restrictions: { geoRestriction: { restrictionType: "none" } },
        // No parameters: what tells tenants apart is found by the function.
        tenantConfig: {},
        viewerCertificate: {
          acmCertificateArn: args.certificateArn,
          minimumProtocolVersion: "TLSv1.2_2025",
          sslSupportMethod: "sni-only",
        },
        webAclId: args.webAclArn,
      },
      parent,
    );
    this.distributionId = distribution.id;
    this.arn = distribution.arn;
    this.registerOutputs({ distributionId: this.distributionId, arn: this.arn });
  }
}

function declareOrigins(name: string, args: EdgeDistributionArgs, opts: pulumi.CustomResourceOptions) {
  const { plan, region, originDomainName, vpcOriginId } = args;
  const access = new OriginAccessControl(
    `${name}-assets`,
    { name: plan.name, originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv4" },
    opts,
  );
  return [
    { id: "cell", domainName: originDomainName, vpcOriginConfigs: [{ vpcOriginId, originReadTimeout: 60 }] },
    {
      id: "assets",
      domainName: `${plan.assetBucketName}.s3.${region}.amazonaws.com`,
      originAccessControlId: access.id,
    },
  ];
}

function declareBehaviors(name: string, args: EdgeDistributionArgs, opts: pulumi.CustomResourceOptions) {
  const shared = {
    viewerProtocolPolicy: "redirect-to-https",
    compress: true,
    responseHeadersPolicyId: securityHeaders(name, args.plan.name, opts).id,
    functionAssociations: [{ eventType: "viewer-request", functionArn: args.functionArn }],
  };
  const read = ["GET", "HEAD"];
  return {
    defaultCacheBehavior: {
      ...shared,
      targetOriginId: "cell",
      cachePolicyId: cachingDisabled,
      originRequestPolicyId: allViewerHeaders,
      allowedMethods: { items: [...read, "OPTIONS", "PUT", "POST", "PATCH", "DELETE"], cachedMethods: read },
    },
    cacheBehaviors: [
      {
        ...shared,
        pathPattern: "/assets/*",
        targetOriginId: "assets",
        cachePolicyId: assetCaching(name, args.plan, opts).id,
        allowedMethods: { items: read, cachedMethods: read },
      },
    ],
  };
}

function assetCaching(name: string, plan: CellEdgePlan, opts: pulumi.CustomResourceOptions): CachePolicy {
  return new CachePolicy(
    `${name}-asset-caching`,
    {
      name: plan.name,
      comment: "Static files of the product",
      minTtl: 0,
      defaultTtl: plan.cachingSeconds,
      maxTtl: plan.cachingSeconds,
      parametersInCacheKeyAndForwardedToOrigin: {
        cookiesConfig: { cookieBehavior: "none" },
        // Set by the function: another for each request of a tenant whose files are not to be cached.
        headersConfig: { headerBehavior: "whitelist", headers: { items: ["x-tenantry-cache"] } },
        queryStringsConfig: { queryStringBehavior: "none" },
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
      },
    },
    opts,
  );
}

function securityHeaders(name: string, policyName: string, opts: pulumi.CustomResourceOptions): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(
    `${name}-security-headers`,
    {
      name: policyName,
      comment: "Security headers of every answer",
      securityHeadersConfig: {
        strictTransportSecurity: {
          accessControlMaxAgeSec: yearSeconds,
          includeSubdomains: true,
          preload: false,
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: "DENY", override: false },
        referrerPolicy: { referrerPolicy: "strict-origin-when-cross-origin", override: false },
      },
    },
    opts,
  );
}
