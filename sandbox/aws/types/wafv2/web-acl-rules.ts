import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { isMap } from "../../../provider/structural-diff.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { when } from "../../define-type.ts";
import { allRows } from "../../rows.ts";
import { map, maps, number, text } from "../../values.ts";
import { managedGroups, statementCapacity } from "./statement-capacity.ts";

/** https://docs.aws.amazon.com/waf/latest/developerguide/limits.html */
const mostCapacity = 5000;
const windows = [60, 120, 300, 600];

const group = (rule: PropertyMap) => {
  const statement = map(rule, "statement");
  return ["managedRuleGroupStatement", "ruleGroupReferenceStatement"].some((kind) => statement[kind] !== undefined);
};

/** Rules between the rules of a web ACL: https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html */
export function checkRules(inputs: PropertyMap): readonly CheckFailure[] {
  const rules = maps(inputs, "rules");
  const priorities = rules.map((rule) => number(rule, "priority"));
  const names = rules.map((rule) => text(rule, "name"));
  const capacity = capacityOf(inputs);
  return [
    ...when(
      [new Set(priorities).size < rules.length, "rules", refused("two rules have one priority")],
      [new Set(names).size < rules.length, "rules", refused("two rules have one name")],
      [
        capacity > mostCapacity,
        "rules",
        `api error WAFLimitsExceededException: the rules need ${capacity} capacity units, allowed are ${mostCapacity}`,
      ],
    ),
    ...checkDefaultAction(inputs["defaultAction"]),
    ...rules.flatMap((rule, index) => checkRule(rule, `rules[${index}]`)),
  ];
}

const refused = (reason: string) => `api error WAFInvalidParameterException: ${reason}`;

/** Web ACL capacity units of all rules. */
export const capacityOf = (inputs: PropertyMap): number =>
  maps(inputs, "rules").reduce((sum, rule) => sum + statementCapacity(map(rule, "statement")), 0);

function checkDefaultAction(action: unknown): readonly CheckFailure[] {
  if (!isMap(action)) return [];
  const given = ["allow", "block"].filter((kind) => action[kind] !== undefined);
  return when([
    given.length !== 1,
    "defaultAction",
    refused(`exactly one of allow, block is to be given, got ${given.length}`),
  ]);
}

function checkRule(rule: PropertyMap, at: string): readonly CheckFailure[] {
  const statement = map(rule, "statement");
  const isGroup = group(rule);
  const managed = map(statement, "managedRuleGroupStatement");
  const name = text(managed, "name");
  const seconds = number(map(statement, "rateBasedStatement"), "evaluationWindowSec");
  return when(
    [
      Object.keys(statement).length !== 1,
      `${at}.statement`,
      refused(`a rule has exactly one statement, got ${Object.keys(statement).length}`),
    ],
    [
      isGroup && (rule["overrideAction"] === undefined || rule["action"] !== undefined),
      `${at}.overrideAction`,
      refused("a rule of a rule group has overrideAction, and no action"),
    ],
    [
      !isGroup && (rule["action"] === undefined || rule["overrideAction"] !== undefined),
      `${at}.action`,
      refused("a rule without a rule group has action, and no overrideAction"),
    ],
    [
      name !== undefined && text(managed, "vendorName") === "AWS" && !Object.hasOwn(managedGroups, name),
      `${at}.statement`,
      `api error WAFNonexistentItemException: AWS has no managed rule group ${name ?? ""}`,
    ],
    [
      seconds !== undefined && !windows.includes(seconds),
      `${at}.statement`,
      `expected evaluationWindowSec to be one of [${windows.join(" ")}], got ${seconds ?? ""}`,
    ],
  );
}

/** @throws where a rule refers to a set of addresses that does not exist. */
export function requireSets(account: Account, inputs: PropertyMap): void {
  const known = new Set(allRows(account.world, "aws:wafv2/ipSet:IpSet").map((row) => row.arn));
  for (const rule of maps(inputs, "rules")) {
    const set = text(map(map(rule, "statement"), "ipSetReferenceStatement"), "arn");
    if (set !== undefined && !known.has(set))
      throw new AwsError("WAFNonexistentItemException", `AWS WAF couldn't find ${set}`);
  }
}
