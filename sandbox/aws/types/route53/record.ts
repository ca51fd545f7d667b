import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { requireRow } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { flag, maps, number, text, texts } from "../../values.ts";

const token = "aws:route53/record:Record";
const types = [
  "A",
  "AAAA",
  "CAA",
  "CNAME",
  "DS",
  "HTTPS",
  "MX",
  "NAPTR",
  "NS",
  "PTR",
  "SOA",
  "SPF",
  "SRV",
  "SSHFP",
  "SVCB",
  "TLSA",
  "TXT",
];
const bare = (name: string) => name.replace(/\.$/, "").toLowerCase();

/** Names may be written without the zone's; a dot at the end is left out. */
function placed(inputs: PropertyMap, account: Account): string {
  const zoneId = text(inputs, "zoneId") ?? "";
  const zone = requireRow(
    account,
    "aws:route53/zone:Zone",
    zoneId,
    "NoSuchHostedZone",
    `No hosted zone found with ID: ${zoneId}`,
  );
  const base = bare(text(zone.inputs, "name") ?? "");
  const name = bare(text(inputs, "name") ?? "");
  if (name === "") return base;
  return name === base || name.endsWith(`.${base}`) ? name : `${name}.${base}`;
}

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html */
export const record = defineType({
  token,
  global: true,
  replaces: ["name", "zoneId", "type"],
  duplicateCode: "InvalidChangeBatch",
  check: (inputs) => {
    const type = text(inputs, "type");
    const given = ["records", "aliases"].filter((input) => inputs[input] !== undefined);
    return when(
      [type !== undefined && !types.includes(type), "type", `expected one of ${types.join(", ")}, got ${type ?? ""}`],
      [
        given.length !== 1,
        "records",
        `exactly one of records and aliases is given, got ${given.join(" and ") || "none"}`,
      ],
      [inputs["records"] !== undefined && inputs["ttl"] === undefined, "ttl", "records have a ttl in seconds"],
      [
        inputs["aliases"] !== undefined && number(inputs, "ttl") !== undefined,
        "ttl",
        "an alias has the ttl of its target",
      ],
      [
        type === "CNAME" && texts(inputs, "records").length > 1,
        "records",
        `a CNAME has one value, got ${texts(inputs, "records").length}`,
      ],
    );
  },
  create: (inputs, account) => {
    const fqdn = placed(inputs, account);
    const type = text(inputs, "type") ?? "";
    const id = `${text(inputs, "zoneId") ?? ""}_${fqdn}_${type}`;
    const peers = rowsOf(account, token).filter(
      (row) => row.computed["fqdn"] === fqdn && row.inputs["zoneId"] === inputs["zoneId"],
    );
    const same = peers.some((row) => row.inputs["type"] === type);
    if (same && !flag(inputs, "allowOverwrite"))
      throw new AwsError(
        "InvalidChangeBatch",
        `Tried to create resource record set [name='${fqdn}.', type='${type}'] but it already exists`,
      );
    const mixed = peers.some((row) => (row.inputs["type"] === "CNAME") !== (type === "CNAME"));
    if (mixed)
      throw new AwsError(
        "InvalidChangeBatch",
        `RRSet of type CNAME with DNS name ${fqdn}. conflicts with another type`,
      );
    for (const alias of maps(inputs, "aliases")) {
      if (text(alias, "name") === "") throw new AwsError("InvalidChangeBatch", "an alias has the name of its target");
    }
    return { id, computed: { fqdn } };
  },
});
