import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { parseCidr } from "../../cidr.ts";
import { defineType, type TypeDefinition, when } from "../../define-type.ts";
import { ec2Id } from "../../identifiers.ts";
import { rowsOf } from "../../rows.ts";
import { number, text } from "../../values.ts";
import { requireSecurityGroups } from "../ec2/security-group.ts";

const peers = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];
const compared = [...peers, "ipProtocol", "fromPort", "toPort"];

/** A rule of a security group, inwards or outwards: both have the same inputs. */
export function securityGroupRule(token: string): TypeDefinition {
  return defineType({
    token,
    replaces: ["securityGroupId"],
    // EC2 modifies the rules of a group in place.
    inPlace: [...compared, "description"],
    check: checkRule,
    create: (inputs, account) => {
      place(inputs, account, token, undefined);
      const id = ec2Id("sgr");
      return { id, arn: arn(account, "ec2", `security-group-rule/${id}`), computed: { securityGroupRuleId: id } };
    },
    update: (row, news, account) => {
      place(news, account, token, row.id);
      return {};
    },
  });
}

function checkRule(inputs: PropertyMap): readonly CheckFailure[] {
  const given = peers.filter((name) => inputs[name] !== undefined);
  const block = text(inputs, "cidrIpv4");
  const { from, to } = { from: number(inputs, "fromPort"), to: number(inputs, "toPort") };
  const portless = text(inputs, "ipProtocol") === "-1" && (from !== undefined || to !== undefined);
  return when(
    [given.length !== 1, "", `exactly one of ${peers.join(", ")} must be given, found ${given.join(", ") || "none"}`],
    [
      block !== undefined && !parseCidr(block),
      "cidrIpv4",
      `api error InvalidParameterValue: CIDR block ${block ?? ""} is malformed`,
    ],
    [
      from !== undefined && to !== undefined && text(inputs, "ipProtocol") !== "icmp" && from > to,
      "fromPort",
      `api error InvalidParameterValue: Invalid TCP/UDP port range (${from ?? ""}:${to ?? ""})`,
    ],
    [
      portless && from !== -1,
      "fromPort",
      "api error InvalidParameterValue: with ipProtocol -1 all ports are meant: leave fromPort and toPort out",
    ],
  );
}

function place(inputs: PropertyMap, account: Account, token: string, own: string | undefined): void {
  const group = text(inputs, "securityGroupId") ?? "";
  const other = text(inputs, "referencedSecurityGroupId");
  requireSecurityGroups(account, other === undefined ? [group] : [group, other]);
  const same = rowsOf(account, token).find(
    (row) =>
      row.id !== own &&
      text(row.inputs, "securityGroupId") === group &&
      compared.every((name) => row.inputs[name] === inputs[name]),
  );
  if (same)
    throw new AwsError("InvalidPermission.Duplicate", `the specified rule already exists in ${group}: ${same.id}`);
}
