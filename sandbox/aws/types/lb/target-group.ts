import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";
import { requireVpc } from "../ec2/vpc.ts";
import { checkName } from "./name.ts";

const token = "aws:lb/targetGroup:TargetGroup";

export const targetGroup = defineType({
  token,
  naming: { input: "name", maximumLength: 32 },
  defaults: { targetType: "instance", deregistrationDelay: 300 },
  check: checkName,
  create: (inputs, account) => {
    const name = text(inputs, "name") ?? "";
    if (rowsOf(account, token).some((row) => row.inputs["name"] === name))
      throw new AwsError(
        "DuplicateTargetGroupName",
        `A target group with the same name '${name}' exists, but with different settings`,
      );
    if (inputs["vpcId"] !== undefined) requireVpc(account, text(inputs, "vpcId") ?? "");
    const arnSuffix = `targetgroup/${name}/${hex(16)}`;
    const id = arn(account, "elasticloadbalancing", arnSuffix);
    return { id, arn: id, computed: { arnSuffix } };
  },
  delete: (row, account) => {
    const listener = rowsOf(account, "aws:lb/listener:Listener").find(({ inputs }) =>
      JSON.stringify(inputs).includes(row.arn),
    );
    if (listener)
      throw new AwsError("ResourceInUse", `Target group '${row.arn}' is currently in use by a listener or a rule`);
    return undefined;
  },
});
