import type { PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { prefixedName } from "../../identifiers.ts";
import { rowsOf } from "../../rows.ts";
import { text, texts } from "../../values.ts";
import { requireSubnets } from "../ec2/subnet.ts";

function placed(inputs: PropertyMap, account: Account): PropertyMap {
  const { vpcId, zones } = requireSubnets(account, texts(inputs, "subnetIds"), "InvalidSubnet");
  if (zones.length < 2) {
    throw new AwsError(
      "DBSubnetGroupDoesNotCoverEnoughAZs",
      `The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. Current AZ coverage: ${zones.join(", ")}. Add subnets to cover at least 2 AZs.`,
    );
  }
  return { vpcId, supportedNetworkTypes: ["IPV4"] };
}

export const subnetGroup = defineType({
  token: "aws:rds/subnetGroup:SubnetGroup",
  naming: { input: "name", maximumLength: 255 },
  duplicateCode: "DBSubnetGroupAlreadyExists",
  defaults: { description: "Managed by Pulumi" },
  create: (inputs, account) => {
    const name = text(inputs, "name") ?? prefixedName(text(inputs, "namePrefix") ?? "", account.world.now());
    return { id: name, arn: arn(account, "rds", `subgrp:${name}`), computed: { name, ...placed(inputs, account) } };
  },
  update: (_row, news, account) => placed(news, account),
  delete: (row, account) => {
    const users = ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"].flatMap((type) =>
      rowsOf(account, type).filter(({ inputs }) => text(inputs, "dbSubnetGroupName") === row.id),
    );
    if (users.length > 0)
      throw new AwsError(
        "InvalidDBSubnetGroupStateFault",
        `Cannot delete the subnet group '${row.id}' because at least one database is still using it: ${users.map(({ id }) => id).join(", ")}`,
      );
    return undefined;
  },
});
