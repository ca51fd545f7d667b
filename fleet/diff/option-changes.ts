import type { SynthesisedOptions } from "../synth/synthesised-stack.ts";
import { isSame } from "./plain-value.ts";
import type { OptionChange } from "./stack-difference.ts";

const compared = [
  "protect",
  "retainOnDelete",
  "deletedWith",
  "deleteBeforeReplace",
  "provider",
  "ignoreChanges",
] as const satisfies readonly OptionChange["option"][];

/** Unset and `false` are one: the state leaves both out. */
const settled = (value: unknown): unknown => (value === false ? undefined : value);

/**
 * Options that decide whether something may be destroyed, and how, where base and head differ in them.
 *
 * @param renamed URN in the base → URN in the head: a provider that was only renamed is the same one.
 */
export function optionChanges(
  base: SynthesisedOptions,
  head: SynthesisedOptions,
  renamed: ReadonlyMap<string, string>,
): readonly OptionChange[] {
  return compared.flatMap((option) => {
    const [before, after] = [settled(base[option]), settled(head[option])];
    if (isSame(before, after) || (typeof before === "string" && renamed.get(before) === after)) return [];
    return [changeOf(option, before, after)];
  });
}

const changeOf = (option: OptionChange["option"], before: unknown, after: unknown): OptionChange => ({
  option,
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});
