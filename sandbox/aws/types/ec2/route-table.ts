import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { ec2Id } from "../../identifiers.ts";
import { removeRow, rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";
import { requireVpc } from "./vpc.ts";

export const routeTable = defineType({
  token: "aws:ec2/routeTable:RouteTable",
  defaults: { propagatingVgws: [], routes: [] },
  create: (inputs, account) => {
    requireVpc(account, text(inputs, "vpcId") ?? "");
    const id = ec2Id("rtb");
    return { id, arn: arn(account, "ec2", `route-table/${id}`), computed: { ownerId: account.accountId } };
  },
  delete: (row, account) => {
    const of = (type: string) => rowsOf(account, type).filter(({ inputs }) => text(inputs, "routeTableId") === row.id);
    const associations = of("aws:ec2/routeTableAssociation:RouteTableAssociation");
    if (associations.length > 0) {
      throw new AwsError(
        "DependencyViolation",
        `The routeTable '${row.id}' has dependencies and cannot be deleted: ${associations.map(({ id }) => id).join(", ")}`,
      );
    }
    for (const route of of("aws:ec2/route:Route")) removeRow(account.world, route);
    return undefined;
  },
});
