import { VpcOrigin } from "@pulumi/aws/cloudfront/vpcOrigin.js";
import { getManagedPrefixListOutput } from "@pulumi/aws/ec2/getManagedPrefixList.js";
import { InternetGateway } from "@pulumi/aws/ec2/internetGateway.js";
import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { Listener } from "@pulumi/aws/lb/listener.js";
import { LoadBalancer } from "@pulumi/aws/lb/loadBalancer.js";
import { TargetGroup } from "@pulumi/aws/lb/targetGroup.js";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellEdgePlan } from "../../model/plan/edge-plan.ts";
import { securityGroupNames } from "../../model/security-group-names.ts";
import type { CellNetwork } from "../network/cell-network.ts";
import { type Retention, retainedAs } from "../retention.ts";
import { gatewayPort } from "./gateway.ts";

/** TLS 1.2 and 1.3, with hybrid post-quantum key exchange for those who offer it. */
const tlsPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

export interface EdgeOriginArgs {
  readonly plan: CellEdgePlan;
  readonly retention: Retention;
  readonly network: CellNetwork;
  readonly clusterSecurityGroupId: pulumi.Input<string>;
  readonly certificateArn: pulumi.Input<string>;
  readonly logBucketName: pulumi.Input<string>;
}

/**
 * The way from the edge into a cell: an internal load balancer that only CloudFront reaches, and that reaches only the
 * cluster's gateway. It has no address outside. Costs 16 USD a month and what passes.
 *
 * Its targets are the pods of the gateway, which the AWS Load Balancer Controller registers by a TargetGroupBinding.
 * Gateway and controller are the operator's to install: nothing here does (docs/edge.md).
 */
export class EdgeOrigin extends pulumi.ComponentResource {
  readonly vpcOriginId: pulumi.Output<string>;
  readonly dnsName: pulumi.Output<string>;
  readonly targetGroupArn: pulumi.Output<string>;

  constructor(name: string, args: EdgeOriginArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:EdgeOrigin", name, {}, opts);
    const parent = { parent: this };
    const gateway = new InternetGateway(`${name}-gateway`, { vpcId: args.network.vpcId }, parent);
    const group = letThrough(name, args, parent);
    const balancer = declareBalancer(name, args, group, parent);
    const targets = declareTargets(name, args, balancer, parent);
    const origin = new VpcOrigin(
      `${name}-vpc`,
      {
        vpcOriginEndpointConfig: {
          name: args.plan.name,
          arn: balancer.arn,
          httpPort: 80,
          httpsPort: 443,
          originProtocolPolicy: "https-only",
          originSslProtocols: { items: ["TLSv1.2"], quantity: 1 },
        },
      },
      // CloudFront asks for an internet gateway as a sign that the network may be reached; no route leads to it.
      { ...parent, dependsOn: [gateway, targets.listener] },
    );
    this.vpcOriginId = origin.id;
    this.dnsName = balancer.dnsName;
    this.targetGroupArn = targets.group.arn;
    this.registerOutputs({ vpcOriginId: this.vpcOriginId, dnsName: this.dnsName });
  }
}

/** In from CloudFront's origin-facing servers alone, and out to the gateway alone. */
function letThrough(name: string, args: EdgeOriginArgs, opts: pulumi.CustomResourceOptions): SecurityGroup {
  const { network, clusterSecurityGroupId } = args;
  const group = new SecurityGroup(
    `${name}-group`,
    {
      name: securityGroupNames.edge,
      vpcId: network.vpcId,
      description: "Load balancer behind the edge",
      revokeRulesOnDelete: true,
    },
    opts,
  );
  const edge = getManagedPrefixListOutput({ name: "com.amazonaws.global.cloudfront.origin-facing" }, opts);
  const rule = (port: number) => ({ ipProtocol: "tcp", fromPort: port, toPort: port });
  new SecurityGroupIngressRule(
    `${name}-from-edge`,
    { ...rule(443), securityGroupId: group.id, prefixListId: edge.id, description: "HTTPS from CloudFront" },
    { ...opts, deletedWith: group },
  );
  const gateway = rule(gatewayPort);
  new SecurityGroupEgressRule(
    `${name}-to-gateway`,
    {
      ...gateway,
      securityGroupId: group.id,
      referencedSecurityGroupId: clusterSecurityGroupId,
      description: "The cluster's gateway",
    },
    { ...opts, deletedWith: group },
  );
  new SecurityGroupIngressRule(
    `${name}-into-cluster`,
    {
      ...gateway,
      securityGroupId: clusterSecurityGroupId,
      referencedSecurityGroupId: group.id,
      description: "The gateway, from the load balancer",
    },
    opts,
  );
  return group;
}

function declareBalancer(
  name: string,
  { plan, network, retention, logBucketName }: EdgeOriginArgs,
  group: SecurityGroup,
  opts: pulumi.CustomResourceOptions,
): LoadBalancer {
  const { protect } = retainedAs(retention);
  return new LoadBalancer(
    name,
    {
      name: plan.loadBalancerName,
      loadBalancerType: "application",
      internal: true,
      subnets: network.subnetIds,
      securityGroups: [group.id],
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "strictest",
      enableDeletionProtection: protect,
      accessLogs: { bucket: logBucketName, prefix: plan.loadBalancerLogPrefix, enabled: true },
    },
    { ...opts, protect },
  );
}

function declareTargets(
  name: string,
  { plan, network, certificateArn }: EdgeOriginArgs,
  balancer: LoadBalancer,
  opts: pulumi.CustomResourceOptions,
) {
  const group = new TargetGroup(
    `${name}-targets`,
    {
      name: plan.loadBalancerName,
      vpcId: network.vpcId,
      targetType: "ip",
      protocol: "HTTPS",
      port: gatewayPort,
      healthCheck: { protocol: "HTTPS", path: "/healthz", interval: 15, healthyThreshold: 2, unhealthyThreshold: 2 },
    },
    opts,
  );
  const listener = new Listener(
    `${name}-https`,
    {
      loadBalancerArn: balancer.arn,
      port: 443,
      protocol: "HTTPS",
      sslPolicy: tlsPolicy,
      certificateArn,
      defaultActions: [{ type: "forward", targetGroupArn: group.arn }],
    },
    // It goes before its targets, which it would hold on to.
    opts,
  );
  return { group, listener };
}
