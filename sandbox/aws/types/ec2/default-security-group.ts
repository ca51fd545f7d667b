import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";

const token = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

/** Adopts what the VPC was made with; a deletion only lets go of it. */
export const defaultSecurityGroup = defineType({
  token,
  replaces: ["vpcId"],
  defaults: { revokeRulesOnDelete: false, ingress: [], egress: [] },
  create: (inputs, account) => {
    const vpcId = text(inputs, "vpcId");
    const found = rowsOf(account, token).find(
      ({ computed, madeByService }) => computed["vpcId"] === vpcId && madeByService,
    );
    if (!found)
      throw new AwsError(
        "InvalidGroup.NotFound",
        `The default security group of ${vpcId ?? "the default VPC"} does not exist, or is declared already`,
      );
    return { id: found.id, arn: found.arn, computed: found.computed };
  },
  delete: (row) => ({ ...row, inputs: {}, tags: {}, madeByService: true }),
});
