import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { base32 } from "../../identifiers.ts";
import { allRows, removeRow } from "../../rows.ts";
import { flag, maps, text } from "../../values.ts";
import { requireVpc } from "../ec2/vpc.ts";

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html */
export const zone = defineType({
  token: "aws:route53/zone:Zone",
  global: true,
  naming: { input: "name", maximumLength: 255 },
  defaults: { comment: "Managed by Pulumi", forceDestroy: false },
  check: (inputs) => {
    const name = text(inputs, "name");
    return when([
      name !== undefined && !/^([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_-]{1,63}\.?$/i.test(name),
      "name",
      `api error InvalidDomainName: ${name ?? ""} is not a domain name`,
    ]);
  },
  create: (inputs, account) => {
    for (const vpc of maps(inputs, "vpcs")) requireVpc(account, text(vpc, "vpcId") ?? "");
    const id = `Z${base32(20)}`;
    const nameServers = ["com", "net", "org", "co.uk"].map(
      (end, index) => `ns-${index * 512 + 1}.awsdns-0${index}.${end}`,
    );
    const computed = { zoneId: id, nameServers, primaryNameServer: nameServers[0] };
    return { id, arn: `arn:${account.partition}:route53:::hostedzone/${id}`, computed };
  },
  delete: (row, account) => {
    const records = allRows(account.world, "aws:route53/record:Record").filter(
      ({ inputs }) => text(inputs, "zoneId") === row.id,
    );
    if (records.length > 0 && !flag(row.inputs, "forceDestroy")) {
      throw new AwsError(
        "HostedZoneNotEmpty",
        `The specified hosted zone contains non-required resource record sets and so cannot be deleted: ${records.map(({ id }) => id).join(", ")}`,
      );
    }
    for (const record of records) removeRow(account.world, record);
    return undefined;
  },
});
