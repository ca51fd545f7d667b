import { randomUUID } from "node:crypto";
import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, outside, when } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { requireRow } from "../../references.ts";
import { allRows, rowsOf } from "../../rows.ts";
import { flag, map, maps, number, text } from "../../values.ts";
import { scheduleRefusal } from "./cron.ts";

const vaultToken = "aws:backup/vault:Vault";
/** https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html */
const longestContinuousDays = 35;
/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html */
const leastStartWindowMinutes = 60;
const coldStorageDays = 90;

function checkRule(rule: PropertyMap, index: number): readonly CheckFailure[] {
  const at = `rules[${index}]`;
  const refusal = scheduleRefusal(text(rule, "schedule"));
  return [
    ...when([refusal !== undefined, `${at}.schedule`, `InvalidParameterValueException: ${refusal ?? ""}`]),
    ...checkLifecycle(rule, at),
    ...checkWindows(rule, at),
  ];
}

function checkLifecycle(rule: PropertyMap, at: string): readonly CheckFailure[] {
  const lifecycle = map(rule, "lifecycle");
  const [keep, cold] = [number(lifecycle, "deleteAfter"), number(lifecycle, "coldStorageAfter")];
  const continuous = flag(rule, "enableContinuousBackup");
  return when(
    [
      continuous && outside(keep ?? 0, 1, longestContinuousDays),
      `${at}.lifecycle.deleteAfter`,
      `continuous backups are kept for 1 to ${longestContinuousDays} days, got ${keep ?? "none"}`,
    ],
    [
      continuous && cold !== undefined,
      `${at}.lifecycle.coldStorageAfter`,
      "continuous backups cannot be moved to cold storage",
    ],
    [
      keep !== undefined && cold !== undefined && keep < cold + coldStorageDays,
      `${at}.lifecycle.deleteAfter`,
      `DeleteAfterDays must be ${coldStorageDays} days after MoveToColdStorageAfterDays, got ${keep} and ${cold}`,
    ],
  );
}

function checkWindows(rule: PropertyMap, at: string): readonly CheckFailure[] {
  const [start, end] = [number(rule, "startWindow"), number(rule, "completionWindow")];
  return when(
    [
      start !== undefined && start < leastStartWindowMinutes,
      `${at}.startWindow`,
      `StartWindowMinutes must be at least ${leastStartWindowMinutes}, got ${start}`,
    ],
    [
      start !== undefined && end !== undefined && end < start + leastStartWindowMinutes,
      `${at}.completionWindow`,
      `CompletionWindowMinutes must be at least ${leastStartWindowMinutes} more than StartWindowMinutes, got ${end} and ${start}`,
    ],
  );
}

/** Vaults have to exist: the rule's in the plan's Region, those of copies in any. */
function requireVaults(inputs: PropertyMap, account: Account): void {
  for (const rule of maps(inputs, "rules")) {
    const own = requireRow(account, vaultToken, text(rule, "targetVaultName") ?? "", "InvalidParameterValueException");
    for (const copy of maps(rule, "copyActions"))
      requireDestination(account, own.arn, text(copy, "destinationVaultArn"));
  }
}

function requireDestination(account: Account, ownArn: string, destination: string | undefined): void {
  const found = allRows(account.world, vaultToken).some((row) => row.arn === destination);
  if (destination === ownArn || !found) {
    throw new AwsError(
      "InvalidParameterValueException",
      `The destination ${destination ?? ""} of a copy must be another vault that exists`,
    );
  }
}

const version = () => Buffer.from(hex(32)).toString("base64");

export const plan = defineType({
  token: "aws:backup/plan:Plan",
  naming: { input: "name", maximumLength: 50 },
  replaces: ["name"],
  updatedOutputs: ["version"],
  check: (inputs) => {
    const rules = maps(inputs, "rules");
    const names = rules.map((rule) => text(rule, "ruleName")).filter((name) => name !== undefined);
    return [
      ...rules.flatMap(checkRule),
      ...when(
        [Array.isArray(inputs["rules"]) && rules.length === 0, "rules", "a plan has at least one rule"],
        [new Set(names).size < names.length, "rules", `rules have names of their own, got ${names.join(", ")}`],
      ),
    ];
  },
  create: (inputs, account) => {
    requireVaults(inputs, account);
    const id = randomUUID();
    return { id, arn: arn(account, "backup", `backup-plan:${id}`), computed: { version: version() } };
  },
  update: (_row, news, account) => {
    requireVaults(news, account);
    return { version: version() };
  },
  delete: (row, account) => {
    const selections = rowsOf(account, "aws:backup/selection:Selection").filter(
      ({ inputs }) => text(inputs, "planId") === row.id,
    );
    if (selections.length > 0) {
      throw new AwsError(
        "InvalidRequestException",
        `Related backup plan selections must be deleted prior to backup plan deletion: ${selections.map(({ id }) => id).join(", ")}`,
      );
    }
    return undefined;
  },
});
