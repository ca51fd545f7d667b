import { arn, domainOf } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { ec2Id } from "../../identifiers.ts";
import { allRows, rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";

const token = "aws:ec2/eip:Eip";

export const eip = defineType({
  token,
  defaults: { domain: "vpc", publicIpv4Pool: "amazon" },
  create: (_inputs, account) => {
    const id = ec2Id("eipalloc");
    // 198.51.100.0/24 and 203.0.113.0/24 are for documentation (RFC 5737): nobody is ever reached there.
    const count = allRows(account.world, token).length;
    const publicIp = `${count % 2 === 0 ? "203.0.113" : "198.51.100"}.${1 + (Math.floor(count / 2) % 254)}`;
    const zone = account.region === "us-east-1" ? "compute-1" : `${account.region}.compute`;
    const publicDns = `ec2-${publicIp.replaceAll(".", "-")}.${zone}.${domainOf(account)}`;
    return {
      id,
      arn: arn(account, "ec2", `elastic-ip/${id}`),
      computed: { allocationId: id, publicIp, publicDns, networkBorderGroup: account.region },
    };
  },
  delete: (row, account) => {
    const user = rowsOf(account, "aws:ec2/natGateway:NatGateway").find(
      ({ inputs }) => text(inputs, "allocationId") === row.id,
    );
    if (user)
      throw new AwsError("AuthFailure", `You do not have permission to release ${row.id}: it is in use by ${user.id}.`);
    return undefined;
  },
});
