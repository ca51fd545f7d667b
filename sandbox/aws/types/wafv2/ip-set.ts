import { randomUUID } from "node:crypto";
import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { prefixedName } from "../../identifiers.ts";
import { allRows, rowsOf } from "../../rows.ts";
import { map, maps, text, texts } from "../../values.ts";
import { checkScope, wafArn } from "./scope.ts";

const token = "aws:wafv2/ipSet:IpSet";
/** Addresses a set: https://docs.aws.amazon.com/waf/latest/developerguide/limits.html */
const most = 10_000;
const forms: Readonly<Record<string, RegExp>> = {
  IPV4: /^(\d{1,3}\.){3}\d{1,3}\/([1-9]|[12]\d|3[0-2])$/,
  IPV6: /^[0-9a-f:]+\/([1-9]|[1-9]\d|1[01]\d|12[0-8])$/i,
};

function checkAddresses(inputs: PropertyMap): readonly CheckFailure[] {
  const addresses = texts(inputs, "addresses");
  const version = text(inputs, "ipAddressVersion") ?? "IPV4";
  const odd = addresses.filter((address) => !forms[version]?.test(address));
  return when(
    [
      odd.length > 0,
      "addresses",
      `api error WAFInvalidParameterException: no ${version} range in CIDR form, /0 excluded: ${odd.join(", ")}`,
    ],
    [
      addresses.length > most,
      "addresses",
      `api error WAFLimitsExceededException: a set has at most ${most} addresses, got ${addresses.length}`,
    ],
  );
}

export const ipSet = defineType({
  token,
  naming: { input: "name", maximumLength: 128 },
  // CreateIPSet has it, UpdateIPSet has not.
  replaces: ["ipAddressVersion"],
  updatedOutputs: ["lockToken"],
  check: (inputs, account) => [...checkScope(inputs, account), ...checkAddresses(inputs)],
  create: (inputs, account) => {
    const name = text(inputs, "name") ?? prefixedName(text(inputs, "namePrefix") ?? "", account.world.now());
    const taken = rowsOf(account, token).some(
      (row) => row.inputs["scope"] === inputs["scope"] && row.computed["name"] === name,
    );
    if (taken) throw new AwsError("WAFDuplicateItemException", `an IP set is called ${name} already`);
    const id = randomUUID();
    return { id, arn: wafArn(account, inputs, `ipset/${name}/${id}`), computed: { name, lockToken: randomUUID() } };
  },
  update: () => ({ lockToken: randomUUID() }),
  delete: (row, account) => {
    const used = allRows(account.world, "aws:wafv2/webAcl:WebAcl")
      .flatMap(({ inputs }) => maps(inputs, "rules"))
      .some((rule) => text(map(map(rule, "statement"), "ipSetReferenceStatement"), "arn") === row.arn);
    if (used) throw new AwsError("WAFAssociatedItemException", `a web ACL refers to the IP set ${row.arn}`);
    return undefined;
  },
});
