import { describeAwsContract } from "../../../support/aws-contract.ts";

const tags = { a: "b" };
const retagged = { tags: { a: "c" } };
const byHand = { property: "tags", value: { a: "by hand" } };

describeAwsContract(
  [
    "aws:ec2/vpc:Vpc",
    "aws:ec2/subnet:Subnet",
    "aws:ec2/internetGateway:InternetGateway",
    "aws:ec2/natGateway:NatGateway",
    "aws:ec2/eip:Eip",
    "aws:ec2/routeTable:RouteTable",
    "aws:ec2/route:Route",
    "aws:ec2/routeTableAssociation:RouteTableAssociation",
    "aws:ec2/securityGroup:SecurityGroup",
    "aws:ec2/flowLog:FlowLog",
    "aws:ec2/vpcEndpoint:VpcEndpoint",
    "aws:ec2/launchTemplate:LaunchTemplate",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  ],
  (ids) => {
    const vpcId = ids["vpc"];
    const rule = {
      securityGroupId: ids["group"],
      referencedSecurityGroupId: ids["otherGroup"],
      ipProtocol: "tcp",
      fromPort: 5432,
      toPort: 5432,
    };
    const ruleCase = {
      good: rule,
      changed: { fromPort: 5431 },
      replacing: { securityGroupId: ids["otherGroup"] },
      byHand: { property: "toPort", value: 65_535 },
    };
    return [
      {
        token: "aws:ec2/vpc:Vpc",
        good: { cidrBlock: "10.2.0.0/16", tags },
        changed: { enableDnsHostnames: true },
        replacing: { cidrBlock: "10.3.0.0/16" },
        byHand,
      },
      {
        token: "aws:ec2/subnet:Subnet",
        good: { vpcId, cidrBlock: "10.0.8.0/24", availabilityZone: "eu-central-1a", tags },
        changed: { mapPublicIpOnLaunch: true },
        replacing: { cidrBlock: "10.0.9.0/24" },
        byHand,
      },
      {
        token: "aws:ec2/internetGateway:InternetGateway",
        good: { tags },
        changed: retagged,
        replacing: { region: "eu-west-1" },
        byHand,
      },
      {
        token: "aws:ec2/natGateway:NatGateway",
        good: { subnetId: ids["subnet"], allocationId: ids["address"], tags },
        changed: retagged,
        replacing: { allocationId: ids["otherAddress"] },
        byHand,
      },
      {
        token: "aws:ec2/eip:Eip",
        good: { domain: "vpc", tags },
        changed: retagged,
        replacing: { domain: "standard" },
        byHand,
      },
      {
        token: "aws:ec2/routeTable:RouteTable",
        good: { vpcId, tags },
        changed: retagged,
        replacing: { vpcId: ids["otherVpc"] },
        byHand,
      },
      {
        token: "aws:ec2/route:Route",
        good: { routeTableId: ids["table"], destinationCidrBlock: "0.0.0.0/0", gatewayId: ids["gateway"] },
        replacing: { routeTableId: ids["otherTable"] },
        byHand: { property: "gatewayId", value: "igw-0" },
      },
      {
        token: "aws:ec2/routeTableAssociation:RouteTableAssociation",
        good: { routeTableId: ids["table"], subnetId: ids["subnet"] },
        changed: { routeTableId: ids["otherTable"] },
        replacing: { subnetId: ids["otherSubnet"] },
        byHand: { property: "routeTableId", value: "rtb-0" },
      },
      {
        token: "aws:ec2/securityGroup:SecurityGroup",
        good: { name: "one", vpcId, tags },
        changed: retagged,
        replacing: { name: "two" },
        byHand,
      },
      {
        token: "aws:ec2/flowLog:FlowLog",
        good: { vpcId, trafficType: "ALL", logDestination: ids["logsArn"], iamRoleArn: ids["roleArn"], tags },
        changed: retagged,
        replacing: { trafficType: "REJECT" },
        byHand,
      },
      {
        token: "aws:ec2/vpcEndpoint:VpcEndpoint",
        good: { vpcId, serviceName: "com.amazonaws.eu-central-1.s3", routeTableIds: [ids["table"]], tags },
        changed: { routeTableIds: [] },
        replacing: { serviceName: "com.amazonaws.eu-central-1.dynamodb" },
        byHand,
      },
      {
        token: "aws:ec2/launchTemplate:LaunchTemplate",
        good: { name: "one", imageId: "ami-0", tags },
        changed: { imageId: "ami-1" },
        replacing: { name: "two" },
        byHand,
      },
      { token: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", ...ruleCase },
      { token: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", ...ruleCase },
    ];
  },
);
