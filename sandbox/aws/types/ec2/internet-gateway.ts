import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { ec2Id } from "../../identifiers.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";
import { requireVpc } from "./vpc.ts";

const token = "aws:ec2/internetGateway:InternetGateway";

export const internetGateway = defineType({
  token,
  create: (inputs, account) => {
    const vpcId = text(inputs, "vpcId");
    if (vpcId !== undefined) {
      requireVpc(account, vpcId);
      const attached = rowsOf(account, token).find((row) => text(row.inputs, "vpcId") === vpcId);
      if (attached)
        throw new AwsError("Resource.AlreadyAssociated", `${vpcId} has an internet gateway already: ${attached.id}`);
    }
    const id = ec2Id("igw");
    return { id, arn: arn(account, "ec2", `internet-gateway/${id}`), computed: { ownerId: account.accountId } };
  },
});
