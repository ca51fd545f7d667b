import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { ec2Id, prefixedName } from "../../identifiers.ts";
import { findRow, type Row, removeRow, rowsOf } from "../../rows.ts";
import { map, text, texts } from "../../values.ts";
import { requireVpc } from "./vpc.ts";

const token = "aws:ec2/securityGroup:SecurityGroup";
const rules = [
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
];

export const securityGroup = defineType({
  token,
  naming: { input: "name", maximumLength: 255 },
  defaults: { description: "Managed by Pulumi", revokeRulesOnDelete: false, ingress: [], egress: [] },
  check: (inputs) => {
    const allowed = /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]*$/;
    return when(
      [
        !allowed.test(text(inputs, "description") ?? ""),
        "description",
        "api error InvalidParameterValue: Invalid security group description. Valid descriptions are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*",
      ],
      [
        text(inputs, "name")?.startsWith("sg-") === true,
        "name",
        "api error InvalidParameterValue: Group names may not be in the format sg-*",
      ],
    );
  },
  create: (inputs, account) => {
    const vpcId = text(inputs, "vpcId") ?? "";
    requireVpc(account, vpcId);
    const name = text(inputs, "name") ?? prefixedName(text(inputs, "namePrefix") ?? "", account.world.now());
    const taken = rowsOf(account, token).some(
      (row) => text(row.inputs, "vpcId") === vpcId && row.computed["name"] === name,
    );
    if (taken)
      throw new AwsError("InvalidGroup.Duplicate", `The security group '${name}' already exists for VPC '${vpcId}'`);
    const id = ec2Id("sg");
    return { id, arn: arn(account, "ec2", `security-group/${id}`), computed: { name, ownerId: account.accountId } };
  },
  delete: (row, account) => {
    const users = usersOf(account, row.id);
    if (users.length > 0)
      throw new AwsError("DependencyViolation", `resource ${row.id} has a dependent object: ${users.join(", ")}`);
    for (const own of rules
      .flatMap((type) => rowsOf(account, type))
      .filter(({ inputs }) => text(inputs, "securityGroupId") === row.id)) {
      removeRow(account.world, own);
    }
    return undefined;
  },
});

function usersOf(account: Account, id: string): readonly string[] {
  const referring = rules
    .flatMap((type) => rowsOf(account, type))
    .filter(({ inputs }) => text(inputs, "referencedSecurityGroupId") === id && text(inputs, "securityGroupId") !== id);
  const databases = ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"].flatMap((type) => rowsOf(account, type));
  const holds = (row: Row) =>
    texts(row.inputs, "vpcSecurityGroupIds").includes(id) || texts(row.inputs, "securityGroupIds").includes(id);
  const endpoints = rowsOf(account, "aws:ec2/vpcEndpoint:VpcEndpoint");
  const clusters = rowsOf(account, "aws:eks/cluster:Cluster").filter(({ inputs }) =>
    texts(map(inputs, "vpcConfig"), "securityGroupIds").includes(id),
  );
  return [...referring, ...[...databases, ...endpoints].filter(holds), ...clusters].map((row) => row.id);
}

/** Security groups by id, a VPC's default one and an EKS cluster's own among them. @throws InvalidGroup.NotFound. */
export function requireSecurityGroups(account: Account, ids: readonly string[]): void {
  const clusters = rowsOf(account, "aws:eks/cluster:Cluster").map(
    ({ computed }) => map(computed, "vpcConfig")["clusterSecurityGroupId"],
  );
  for (const id of ids) {
    const found =
      findRow(account, token, id) ?? findRow(account, "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", id);
    if (!found && !clusters.includes(id))
      throw new AwsError("InvalidGroup.NotFound", `The security group '${id}' does not exist in ${account.region}`);
  }
}
