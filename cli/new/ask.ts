import { residencies } from "../../model/residency.ts";
import { exitCodes } from "../exit-codes.ts";
import { UserError } from "../user-error.ts";
import type { NewTenantAnswers, NewTenantFlags } from "./answers.ts";

const needed = ["name", "tier", "owner", "residency"] as const;

/** Answers from flags alone. @throws UserError that lists every flag that is missing. */
export function answersOf(id: string | undefined, flags: NewTenantFlags): NewTenantAnswers {
  const { name, tier, owner, residency, industry, compliance, managedBy, cell, account } = flags;
  const missing = needed.filter((flag) => flags[flag] === undefined).map((flag) => `--${flag}`);
  if (id === undefined || name === undefined || tier === undefined || owner === undefined || residency === undefined) {
    const lacking = [...(id === undefined ? ["<id>"] : []), ...missing].join(", ");
    throw new UserError(
      `tenantry new: nothing was written, since ${lacking} ${missing.length === 1 ? "is" : "are"} missing and this is no terminal to ask at.\n` +
        'Type for example: tenantry new acme-corp --name "ACME Corporation" --tier professional --owner admin@acme.example --residency us',
      exitCodes.badFile,
    );
  }
  return {
    ...{ id, name, tier, owner, residency, compliance: splitList(compliance), managedBy: managedBy ?? "git" },
    ...(industry === undefined ? {} : { industry }),
    ...(cell === undefined ? {} : { cell }),
    ...(account === undefined ? {} : { account }),
  };
}

/** `--compliance soc2,gdpr` is `--compliance soc2 gdpr`. */
const splitList = (list: readonly string[] = []): readonly string[] =>
  list
    .flatMap((text) => text.split(","))
    .map((text) => text.trim())
    .filter((text) => text !== "");

/** Asks for what no flag says. The questions' library is loaded only here, since most runs ask nothing. */
export async function askAnswers(
  id: string | undefined,
  flags: NewTenantFlags,
  tiers: readonly string[],
): Promise<NewTenantAnswers> {
  const { input, select } = await import("@inquirer/prompts");
  const choices = (values: readonly string[]) => values.map((value) => ({ value }));
  const askedId = id ?? (await input({ message: "Id (file, stack; never changes):", required: true }));
  const name = flags.name ?? (await input({ message: "Name (what people see):", required: true }));
  const tier = flags.tier ?? (await select({ message: "Tier:", choices: choices(tiers) }));
  const owner =
    flags.owner ?? (await input({ message: "Owner (address, or a reference such as crm:4711):", required: true }));
  const residency = flags.residency ?? (await select({ message: "Residency:", choices: choices(residencies) }));
  const industry = flags.industry ?? (await input({ message: "Industry (may be left empty):" }));
  const compliance = flags.compliance ?? [
    await input({ message: "Compliance frameworks, with commas between (may be left empty):" }),
  ];
  return answersOf(askedId, {
    ...flags,
    name,
    tier,
    owner,
    residency,
    compliance,
    ...(industry === "" ? {} : { industry }),
  });
}

/** Asks for the account of a new cell. */
export async function askAccount(cell: string): Promise<string> {
  const { input } = await import("@inquirer/prompts");
  return input({ message: `AWS account of the new cell ${cell} (12 digits):`, required: true });
}

/** Whether what is proposed is to be written. */
export async function askConsent(question: string): Promise<boolean> {
  const { confirm } = await import("@inquirer/prompts");
  return confirm({ message: question, default: true });
}

/** Somebody who presses Ctrl-C at a question wants nothing written, and no stack. */
export async function untilInterrupted<T>(asking: Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof Error && error.name === "ExitPromptError") {
      throw new UserError("tenantry new: interrupted; nothing was written.", exitCodes.interrupted);
    }
    throw error;
  }
}
