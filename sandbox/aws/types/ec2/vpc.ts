import type { Account } from "../../account.ts";
import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { parseCidr } from "../../cidr.ts";
import { defineType, when } from "../../define-type.ts";
import { ec2Id } from "../../identifiers.ts";
import { findRow, type Row, removeRow, rowsOf, saveRow } from "../../rows.ts";
import { text } from "../../values.ts";

const defaultGroup = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
/** What keeps a VPC from being deleted. */
const dependents = [
  "aws:ec2/subnet:Subnet",
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/routeTable:RouteTable",
  "aws:ec2/internetGateway:InternetGateway",
  "aws:ec2/vpcEndpoint:VpcEndpoint",
];

export const vpc = defineType({
  token: "aws:ec2/vpc:Vpc",
  inPlace: ["instanceTenancy"],
  defaults: {
    assignGeneratedIpv6CidrBlock: false,
    enableDnsHostnames: false,
    enableDnsSupport: true,
    enableNetworkAddressUsageMetrics: false,
    instanceTenancy: "default",
  },
  check: (inputs) => {
    const block = text(inputs, "cidrBlock");
    const cidr = block === undefined ? undefined : parseCidr(block);
    return when(
      [
        block !== undefined && !cidr,
        "cidrBlock",
        `api error InvalidParameterValue: ${block ?? ""} is no IPv4 range, or its address is not the first of the range`,
      ],
      [
        cidr !== undefined && (cidr.prefix < 16 || cidr.prefix > 28),
        "cidrBlock",
        `api error InvalidVpc.Range: The CIDR '${block ?? ""}' is invalid: a VPC is between /16 and /28`,
      ],
      [
        inputs["cidrBlock"] === undefined && inputs["ipv4IpamPoolId"] === undefined,
        "cidrBlock",
        "api error MissingParameter: one of cidrBlock and ipv4IpamPoolId must be given",
      ],
    );
  },
  create: (inputs, account) => {
    const id = ec2Id("vpc");
    const computed = {
      ownerId: account.accountId,
      defaultSecurityGroupId: makeDefaultGroup(id, account),
      defaultRouteTableId: ec2Id("rtb"),
      defaultNetworkAclId: ec2Id("acl"),
      dhcpOptionsId: ec2Id("dopt"),
    };
    return {
      id,
      arn: arn(account, "ec2", `vpc/${id}`),
      computed: { ...computed, mainRouteTableId: computed.defaultRouteTableId, cidrBlock: text(inputs, "cidrBlock") },
    };
  },
  delete: (row, account) => {
    const users = dependents.flatMap((type) =>
      rowsOf(account, type).filter(({ inputs }) => text(inputs, "vpcId") === row.id),
    );
    if (users.length > 0) {
      throw new AwsError(
        "DependencyViolation",
        `The vpc '${row.id}' has dependencies and cannot be deleted: ${users.map(({ id }) => id).join(", ")}`,
      );
    }
    for (const group of rowsOf(account, defaultGroup).filter(({ computed }) => computed["vpcId"] === row.id))
      removeRow(account.world, group);
    return undefined;
  },
});

/** A VPC comes with a group `default`, which only `DefaultSecurityGroup` adopts. */
function makeDefaultGroup(vpcId: string, account: Account): string {
  const id = ec2Id("sg");
  const row: Row = {
    type: defaultGroup,
    id,
    arn: arn(account, "ec2", `security-group/${id}`),
    accountId: account.accountId,
    region: account.region,
    state: "available",
    inputs: {},
    computed: { vpcId, ownerId: account.accountId, name: "default", description: "default VPC security group" },
    tags: {},
    madeByService: true,
    createdAt: account.world.now().toISOString(),
  };
  saveRow(account.world, row);
  return id;
}

/** A VPC by id. @throws InvalidVpcID.NotFound. */
export function requireVpc(account: Account, id: string): Row {
  const found = findRow(account, "aws:ec2/vpc:Vpc", id);
  if (!found) throw new AwsError("InvalidVpcID.NotFound", `The vpc ID '${id}' does not exist in ${account.region}`);
  return found;
}
