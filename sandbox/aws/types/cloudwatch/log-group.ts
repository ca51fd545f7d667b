import { arn } from "../../account.ts";
import { defineType, when } from "../../define-type.ts";
import { derivedResource } from "../../derived-types.ts";
import { prefixedName } from "../../identifiers.ts";
import { requireKey } from "../../references.ts";
import { number, text } from "../../values.ts";

const token = "aws:cloudwatch/logGroup:LogGroup";
/** The registry's fixed list; 0 is the provider's word for ever. */
const retentions = [0, ...(derivedResource(token).inputs["retentionInDays"]?.oneOf ?? []).map(Number)];

export const logGroup = defineType({
  token,
  naming: { input: "name", maximumLength: 512 },
  replaces: ["logGroupClass"],
  defaults: { logGroupClass: "STANDARD", retentionInDays: 0, skipDestroy: false },
  check: (inputs) => {
    const days = number(inputs, "retentionInDays");
    const list = retentions.join(" ");
    return when(
      [
        days !== undefined && !retentions.includes(days),
        "retentionInDays",
        `expected retentionInDays to be one of [${list}], got ${days ?? ""}`,
      ],
      [
        text(inputs, "name")?.startsWith("aws/") === true,
        "name",
        "api error InvalidParameterException: log group names starting with aws/ are reserved",
      ],
    );
  },
  create: (inputs, account) => {
    const name = text(inputs, "name") ?? prefixedName(text(inputs, "namePrefix") ?? "", account.world.now());
    requireKey(account, text(inputs, "kmsKeyId"), "InvalidParameterException");
    return { id: name, arn: arn(account, "logs", `log-group:${name}`), computed: { name } };
  },
  update: (_row, news, account) => {
    requireKey(account, text(news, "kmsKeyId"), "InvalidParameterException");
    return {};
  },
  delete: (row) => (row.inputs["skipDestroy"] === true ? row : undefined),
});
