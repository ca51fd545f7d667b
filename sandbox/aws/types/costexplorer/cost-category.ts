import { randomUUID } from "node:crypto";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { rowsOf } from "../../rows.ts";
import { maps, text, texts } from "../../values.ts";

const token = "aws:costexplorer/costCategory:CostCategory";
/** https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/billing-limits.html */
const most = { categories: 50, rules: 500, splits: 10 };

export const costCategory = defineType({
  token,
  global: true,
  duplicateCode: "ValidationException",
  check: (inputs) => {
    const rules = maps(inputs, "rules");
    const splits = maps(inputs, "splitChargeRules");
    const values = new Set([text(inputs, "defaultValue"), ...rules.map((rule) => text(rule, "value"))]);
    const inherits = rules.some((rule) => text(rule, "type") === "INHERITED_VALUE");
    const named = splits.flatMap((split) => [text(split, "source"), ...texts(split, "targets")]);
    const strange = inherits ? undefined : named.find((value) => !values.has(value));
    const itself = splits.find((split) => texts(split, "targets").includes(text(split, "source") ?? ""));
    return when(
      [
        rules.length > most.rules,
        "rules",
        `api error ValidationException: at most ${most.rules} rules, got ${rules.length}`,
      ],
      [
        splits.length > most.splits,
        "splitChargeRules",
        `api error ValidationException: at most ${most.splits} split charge rules, got ${splits.length}`,
      ],
      [
        strange !== undefined,
        "splitChargeRules",
        `api error ValidationException: ${strange ?? ""} is no value of the cost category`,
      ],
      [
        itself !== undefined,
        "splitChargeRules",
        "api error ValidationException: a split charge rule's source is not among its targets",
      ],
    );
  },
  create: (_inputs, account) => {
    if (rowsOf(account, token).length >= most.categories) {
      throw new AwsError("ServiceQuotaExceededException", `An account has at most ${most.categories} cost categories`);
    }
    const arn = `arn:${account.partition}:ce::${account.accountId}:costcategory/${randomUUID()}`;
    return {
      id: arn,
      arn,
      computed: { effectiveStart: account.world.now().toISOString().slice(0, 8).concat("01T00:00:00Z") },
    };
  },
});
