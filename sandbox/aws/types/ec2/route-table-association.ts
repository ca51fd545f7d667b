import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { ec2Id } from "../../identifiers.ts";
import { requireRow } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";

const token = "aws:ec2/routeTableAssociation:RouteTableAssociation";

export const routeTableAssociation = defineType({
  token,
  replaces: ["gatewayId"],
  inPlace: ["routeTableId"],
  create: (inputs, account) => {
    requireRow(
      account,
      "aws:ec2/routeTable:RouteTable",
      text(inputs, "routeTableId") ?? "",
      "InvalidRouteTableID.NotFound",
    );
    const subnetId = text(inputs, "subnetId");
    if (subnetId !== undefined) requireRow(account, "aws:ec2/subnet:Subnet", subnetId, "InvalidSubnetID.NotFound");
    const taken = rowsOf(account, token).find(
      (row) => subnetId !== undefined && text(row.inputs, "subnetId") === subnetId,
    );
    if (taken)
      throw new AwsError(
        "Resource.AlreadyAssociated",
        `the specified association for route table ${text(inputs, "routeTableId") ?? ""} conflicts with an existing association: ${taken.id}`,
      );
    return { id: ec2Id("rtbassoc") };
  },
});
