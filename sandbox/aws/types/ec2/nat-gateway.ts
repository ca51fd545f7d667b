import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { ec2Id } from "../../identifiers.ts";
import { requireRow } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";
import { requireSubnets } from "./subnet.ts";

const token = "aws:ec2/natGateway:NatGateway";

export const natGateway = defineType({
  token,
  defaults: { connectivityType: "public" },
  create: (inputs, account) => {
    const subnetId = text(inputs, "subnetId");
    if (subnetId !== undefined) requireSubnets(account, [subnetId], "InvalidSubnetID.NotFound");
    const allocation = text(inputs, "allocationId");
    const address =
      allocation === undefined
        ? undefined
        : requireRow(account, "aws:ec2/eip:Eip", allocation, "InvalidAllocationID.NotFound");
    const taken = rowsOf(account, token).find(
      (row) => allocation !== undefined && text(row.inputs, "allocationId") === allocation,
    );
    if (taken)
      throw new AwsError(
        "Resource.AlreadyAssociated",
        `Elastic IP address [${allocation ?? ""}] is already associated with ${taken.id}`,
      );
    if (!address && text(inputs, "connectivityType") !== "private" && inputs["availabilityMode"] === undefined) {
      throw new AwsError("MissingParameter", "A public NAT gateway needs allocationId");
    }
    const id = ec2Id("nat");
    const computed = {
      networkInterfaceId: ec2Id("eni"),
      associationId: ec2Id("eipassoc"),
      privateIp: "10.0.0.4",
      ...(address ? { publicIp: address.computed["publicIp"] } : {}),
    };
    return { id, arn: arn(account, "ec2", `natgateway/${id}`), computed };
  },
});
