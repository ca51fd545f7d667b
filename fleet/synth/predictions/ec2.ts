import {
  arn,
  hexOf,
  type PredictionContext,
  type ServicePredictions,
  type TypePrediction,
  tagsAll,
} from "./prediction.ts";

/** An EC2 resource: its id is a prefix and 17 hexadecimal digits, its ARN the kind and the id. */
function ec2Resource(
  prefix: string,
  kind: string,
  more: (context: PredictionContext) => Readonly<Record<string, unknown>> = () => ({}),
): TypePrediction {
  return {
    id: ({ urn }) => `${prefix}-${hexOf(urn, 17)}`,
    outputs: (context, id) => ({
      arn: arn(context, "ec2", `${kind}/${id}`),
      ownerId: context.accountId,
      ...tagsAll(context),
      ...more(context),
    }),
  };
}

/** Amazon Elastic Compute Cloud's networks. */
export const ec2Predictions: ServicePredictions = {
  "aws:ec2/vpc:Vpc": ec2Resource("vpc", "vpc", ({ urn }) => ({
    mainRouteTableId: `rtb-${hexOf(urn, 17, "main")}`,
    defaultRouteTableId: `rtb-${hexOf(urn, 17, "main")}`,
    defaultNetworkAclId: `acl-${hexOf(urn, 17, "default")}`,
    defaultSecurityGroupId: `sg-${hexOf(urn, 17, "default")}`,
    dhcpOptionsId: `dopt-${hexOf(urn, 17, "default")}`,
  })),
  "aws:ec2/subnet:Subnet": ec2Resource("subnet", "subnet"),
  "aws:ec2/internetGateway:InternetGateway": ec2Resource("igw", "internet-gateway"),
  "aws:ec2/natGateway:NatGateway": ec2Resource("nat", "natgateway"),
  "aws:ec2/eip:Eip": {
    id: ({ urn }) => `eipalloc-${hexOf(urn, 17)}`,
    outputs: (context, id) => ({
      allocationId: id,
      arn: arn(context, "ec2", `elastic-ip/${id}`),
      publicIp: `203.0.113.${1 + (Number.parseInt(hexOf(context.urn, 4), 16) % 254)}`,
      ...tagsAll(context),
    }),
  },
  "aws:ec2/routeTable:RouteTable": ec2Resource("rtb", "route-table"),
  "aws:ec2/routeTableAssociation:RouteTableAssociation": { id: ({ urn }) => `rtbassoc-${hexOf(urn, 17)}` },
  "aws:ec2/route:Route": {
    id: ({ urn }) => `r-rtb-${hexOf(urn, 17)}`,
    outputs: () => ({ origin: "CreateRoute", state: "active" }),
  },
  "aws:ec2/securityGroup:SecurityGroup": ec2Resource("sg", "security-group"),
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": ec2Resource("sg", "security-group"),
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": securityGroupRule(),
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": securityGroupRule(),
  "aws:ec2/flowLog:FlowLog": ec2Resource("fl", "vpc-flow-log"),
  "aws:ec2/vpcEndpoint:VpcEndpoint": ec2Resource("vpce", "vpc-endpoint"),
  "aws:ec2/launchTemplate:LaunchTemplate": ec2Resource("lt", "launch-template", () => ({
    latestVersion: 1,
    defaultVersion: 1,
  })),
};

function securityGroupRule(): TypePrediction {
  return {
    id: ({ urn }) => `sgr-${hexOf(urn, 17)}`,
    outputs: (context, id) => ({
      securityGroupRuleId: id,
      arn: arn(context, "ec2", `security-group-rule/${id}`),
      ...tagsAll(context),
    }),
  };
}
