import { ConnectionGroup } from "@pulumi/aws/cloudfront/connectionGroup.js";
import { DistributionTenant } from "@pulumi/aws/cloudfront/distributionTenant.js";
import { Record } from "@pulumi/aws/route53/record.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { CellEdgePlan } from "../../model/plan/edge-plan.ts";
import type { CellNetwork } from "../network/cell-network.ts";
import type { Retention } from "../retention.ts";
import { PrivateBucket } from "../storage/private-bucket.ts";
import { EdgeDistribution } from "./edge-distribution.ts";
import { EdgeDomain } from "./edge-domain.ts";
import { edgeLogs } from "./edge-logs.ts";
import { EdgeOrigin } from "./edge-origin.ts";
import { EdgeRouter } from "./edge-router.ts";
import { edgeWebAcl } from "./edge-web-acl.ts";

/** Hosted zone of all of CloudFront's names. Source: "Amazon CloudFront endpoints and quotas". */
const cloudfrontZoneId = "Z2FDTNDATAQYW2";

export interface CellEdgeArgs {
  readonly plan: CellEdgePlan;
  readonly cell: CellReference;
  readonly retention: Retention;
  readonly network: CellNetwork;
  readonly clusterSecurityGroupId: pulumi.Input<string>;
  /** Plain, since it becomes part of an ARN with a prefix. */
  readonly logBucketName: string;
  /** There once logs may be written to the bucket. */
  readonly logBucket: pulumi.Resource;
}

/**
 * The only way into a cell from outside: its domain, its web ACL, one multi-tenant distribution, and the distribution
 * tenant of all who have none of their own.
 *
 * Costs about 30 USD a month and what passes.
 */
export class CellEdge extends pulumi.ComponentResource {
  readonly distributionId: pulumi.Output<string>;
  readonly connectionGroupId: pulumi.Output<string>;
  readonly hostsArn: pulumi.Output<string>;
  readonly nameServers: pulumi.Output<string[]>;
  readonly targetGroupArn: pulumi.Output<string>;

  constructor(name: string, args: CellEdgeArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CellEdge", name, {}, opts);
    const { plan, cell, retention, network, clusterSecurityGroupId, logBucketName } = args;
    const parent = { parent: this };

    const domain = new EdgeDomain(`${name}-domain`, { domain: plan.domain, region: cell.region, retention }, parent);
    const router = new EdgeRouter(`${name}-router`, { name: plan.name }, parent);
    const origin = new EdgeOrigin(
      `${name}-origin`,
      {
        plan,
        retention,
        network,
        clusterSecurityGroupId,
        certificateArn: domain.originCertificateArn,
        logBucketName,
      },
      { ...parent, dependsOn: args.logBucket },
    );
    const distribution = new EdgeDistribution(
      `${name}-distribution`,
      {
        plan,
        region: cell.region,
        certificateArn: domain.edgeCertificateArn,
        webAclArn: edgeWebAcl(`${name}-web-acl`, { ...plan, webAclName: plan.name }, parent).arn,
        functionArn: router.functionArn,
        vpcOriginId: origin.vpcOriginId,
        originDomainName: origin.dnsName,
      },
      parent,
    );
    declareAssets(name, args, distribution, parent);
    const group = routeDomain(name, plan, domain, distribution, parent);
    edgeLogs(
      `${name}-logs`,
      {
        name: plan.name,
        distributionArn: distribution.arn,
        logBucketName,
        partition: cell.partition,
        prefix: plan.accessLogPrefix,
      },
      { ...parent, dependsOn: args.logBucket },
    );

    this.distributionId = distribution.distributionId;
    this.connectionGroupId = group.id;
    this.hostsArn = router.hostsArn;
    this.nameServers = domain.nameServers;
    this.targetGroupArn = origin.targetGroupArn;
    this.registerOutputs({ distributionId: this.distributionId, hostsArn: this.hostsArn });
  }
}

/** Static files of the product; the release pipeline puts them there, and only this distribution reads them. */
function declareAssets(
  name: string,
  { plan, cell, retention }: CellEdgeArgs,
  distribution: EdgeDistribution,
  opts: pulumi.CustomResourceOptions,
): void {
  const read = {
    Sid: "Edge",
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Action: "s3:GetObject",
    Resource: `arn:${cell.partition}:s3:::${plan.assetBucketName}/*`,
    Condition: { StringEquals: { "aws:SourceArn": distribution.arn } },
  } as const;
  new PrivateBucket(
    `${name}-assets`,
    { bucketName: plan.assetBucketName, partition: cell.partition, retention, versioning: true, statements: [read] },
    opts,
  );
}

/** Every name of the cell's domain leads to its connection group; who it is, the function finds out. */
function routeDomain(
  name: string,
  plan: CellEdgePlan,
  domain: EdgeDomain,
  distribution: EdgeDistribution,
  opts: pulumi.CustomResourceOptions,
): ConnectionGroup {
  const group = new ConnectionGroup(`${name}-connections`, { name: plan.name, enabled: true, ipv6Enabled: true }, opts);
  const everyName = `*.${plan.domain}`;
  for (const type of ["A", "AAAA"]) {
    const alias = { name: group.routingEndpoint, zoneId: cloudfrontZoneId, evaluateTargetHealth: false };
    new Record(
      `${name}-${type.toLowerCase()}`,
      { zoneId: domain.zoneId, name: everyName, type, aliases: [alias] },
      opts,
    );
  }
  new DistributionTenant(
    `${name}-pool`,
    {
      name: plan.name,
      distributionId: distribution.distributionId,
      connectionGroupId: group.id,
      domains: [{ domain: everyName }],
      enabled: true,
    },
    opts,
  );
  return group;
}
