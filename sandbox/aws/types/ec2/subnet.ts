import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { contains, overlap, parseCidr } from "../../cidr.ts";
import { defineType, when } from "../../define-type.ts";
import { ec2Id } from "../../identifiers.ts";
import { rowsOf } from "../../rows.ts";
import { text, texts } from "../../values.ts";
import { zoneId, zoneNames } from "../../zones.ts";
import { requireVpc } from "./vpc.ts";

const token = "aws:ec2/subnet:Subnet";

export const subnet = defineType({
  token,
  defaults: { assignIpv6AddressOnCreation: false, enableDns64: false, mapPublicIpOnLaunch: false, ipv6Native: false },
  check: (inputs, account) => {
    const block = text(inputs, "cidrBlock");
    const cidr = block === undefined ? undefined : parseCidr(block);
    const zone = text(inputs, "availabilityZone");
    const zones = zoneNames(account.region);
    return when(
      [
        block !== undefined && !cidr,
        "cidrBlock",
        `api error InvalidParameterValue: ${block ?? ""} is no IPv4 range, or its address is not the first of the range`,
      ],
      [
        cidr !== undefined && (cidr.prefix < 16 || cidr.prefix > 28),
        "cidrBlock",
        `api error InvalidSubnet.Range: The CIDR '${block ?? ""}' is invalid: a subnet is between /16 and /28`,
      ],
      [
        zone !== undefined && !zones.includes(zone),
        "availabilityZone",
        `api error InvalidParameterValue: Value (${zone ?? ""}) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: ${zones.join(", ")}.`,
      ],
    );
  },
  create: (inputs, account) => {
    const vpcId = text(inputs, "vpcId") ?? "";
    fits(account, vpcId, text(inputs, "cidrBlock") ?? "");
    const id = ec2Id("subnet");
    const availabilityZone = text(inputs, "availabilityZone") ?? zoneNames(account.region)[0] ?? "";
    const computed = {
      ownerId: account.accountId,
      availabilityZone,
      availabilityZoneId: zoneId(account, availabilityZone),
    };
    return { id, arn: arn(account, "ec2", `subnet/${id}`), computed };
  },
  delete: (row, account) => {
    const users = usersOf(account, row.id);
    if (users.length > 0)
      throw new AwsError(
        "DependencyViolation",
        `The subnet '${row.id}' has dependencies and cannot be deleted: ${users.join(", ")}`,
      );
    return undefined;
  },
});

function fits(account: Account, vpcId: string, block: string): void {
  const vpc = requireVpc(account, vpcId);
  const range = parseCidr(block);
  const whole = parseCidr(text(vpc.inputs, "cidrBlock") ?? "");
  if (!range || !whole) return;
  if (!contains(whole, range))
    throw new AwsError(
      "InvalidSubnet.Range",
      `The CIDR '${block}' is invalid: it is not within ${text(vpc.inputs, "cidrBlock") ?? ""} of ${vpcId}.`,
    );
  const taken = rowsOf(account, token).find(({ inputs }) => {
    const other = parseCidr(text(inputs, "cidrBlock") ?? "");
    return text(inputs, "vpcId") === vpcId && other !== undefined && overlap(other, range);
  });
  if (taken)
    throw new AwsError(
      "InvalidSubnet.Conflict",
      `The CIDR '${block}' conflicts with another subnet: ${taken.id} (${text(taken.inputs, "cidrBlock") ?? ""}).`,
    );
}

function usersOf(account: Account, id: string): readonly string[] {
  const lists = ["aws:rds/subnetGroup:SubnetGroup", "aws:eks/nodeGroup:NodeGroup", "aws:ec2/vpcEndpoint:VpcEndpoint"];
  const listed = lists.flatMap((type) =>
    rowsOf(account, type).filter(({ inputs }) => texts(inputs, "subnetIds").includes(id)),
  );
  const gateways = rowsOf(account, "aws:ec2/natGateway:NatGateway").filter(
    ({ inputs }) => text(inputs, "subnetId") === id,
  );
  return [...listed, ...gateways].map((row) => row.id);
}

/** Subnets by id, all in one VPC. @throws InvalidSubnetID.NotFound, or `code` where they are of several VPCs. */
export function requireSubnets(
  account: Account,
  ids: readonly string[],
  code: string,
): { readonly vpcId: string; readonly zones: readonly string[] } {
  const rows = ids.map((id) => {
    const row = rowsOf(account, token).find((candidate) => candidate.id === id);
    if (!row) throw new AwsError(code, `The subnet ID '${id}' does not exist in ${account.region}`);
    return row;
  });
  const vpcs = [...new Set(rows.map(({ inputs }) => text(inputs, "vpcId") ?? ""))];
  if (vpcs.length > 1) throw new AwsError(code, `Subnets must be of one VPC, these are of ${vpcs.join(", ")}`);
  return {
    vpcId: vpcs[0] ?? "",
    zones: [...new Set(rows.map(({ computed }) => String(computed["availabilityZone"])))].sort(),
  };
}
