import { type AccessTable, actionsOf, anyResource } from "./type-access.ts";

/**
 * EC2 makes the ids, so no ARN can be told beforehand; the deploying role of a cell is limited by the account, which
 * holds one cell and nothing else.
 */
const inAccount = (names: string) => ({
  actions: actionsOf("ec2", `${names} CreateTags DeleteTags`),
  resources: anyResource,
});

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html */
export const ec2Access: AccessTable = {
  "aws:ec2/vpc:Vpc": inAccount("CreateVpc DescribeVpcs DescribeVpcAttribute ModifyVpcAttribute DeleteVpc"),
  "aws:ec2/subnet:Subnet": inAccount("CreateSubnet DescribeSubnets ModifySubnetAttribute DeleteSubnet"),
  "aws:ec2/internetGateway:InternetGateway": inAccount(
    "CreateInternetGateway DescribeInternetGateways AttachInternetGateway DetachInternetGateway DeleteInternetGateway",
  ),
  "aws:ec2/natGateway:NatGateway": inAccount("CreateNatGateway DescribeNatGateways DeleteNatGateway"),
  "aws:ec2/eip:Eip": inAccount(
    "AllocateAddress DescribeAddresses DescribeAddressesAttribute DisassociateAddress ReleaseAddress",
  ),
  "aws:ec2/routeTable:RouteTable": inAccount("CreateRouteTable DescribeRouteTables DeleteRouteTable"),
  "aws:ec2/route:Route": inAccount("CreateRoute DescribeRouteTables ReplaceRoute DeleteRoute"),
  "aws:ec2/routeTableAssociation:RouteTableAssociation": inAccount(
    "AssociateRouteTable DescribeRouteTables ReplaceRouteTableAssociation DisassociateRouteTable",
  ),
  "aws:ec2/securityGroup:SecurityGroup": inAccount(
    "CreateSecurityGroup DescribeSecurityGroups RevokeSecurityGroupEgress RevokeSecurityGroupIngress DescribeNetworkInterfaces DeleteSecurityGroup",
  ),
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": inAccount(
    "DescribeSecurityGroups RevokeSecurityGroupEgress RevokeSecurityGroupIngress",
  ),
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": inAccount(
    "AuthorizeSecurityGroupIngress DescribeSecurityGroupRules ModifySecurityGroupRules RevokeSecurityGroupIngress",
  ),
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": inAccount(
    "AuthorizeSecurityGroupEgress DescribeSecurityGroupRules ModifySecurityGroupRules RevokeSecurityGroupEgress",
  ),
  "aws:ec2/flowLog:FlowLog": inAccount("CreateFlowLogs DescribeFlowLogs DeleteFlowLogs"),
  "aws:ec2/vpcEndpoint:VpcEndpoint": inAccount(
    "CreateVpcEndpoint DescribeVpcEndpoints DescribePrefixLists ModifyVpcEndpoint DeleteVpcEndpoints",
  ),
  "aws:ec2/launchTemplate:LaunchTemplate": inAccount(
    "CreateLaunchTemplate CreateLaunchTemplateVersion DescribeLaunchTemplates DescribeLaunchTemplateVersions ModifyLaunchTemplate DeleteLaunchTemplate RunInstances",
  ),
};
