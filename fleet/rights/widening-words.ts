import type { Widening } from "./compare-policies.ts";
import { isUnlisted } from "./glob.ts";
import { spellAction } from "./published-actions.ts";
import { type Region, wordsOf } from "./region.ts";

const shown = 3;

/**
 * What a subject's policies let through now, in a sentence with three examples at the most.
 *
 * @param isKnown whether the base had the subject; something new gives all that it gives anew.
 */
export function describeWidenings(widenings: readonly Widening[], isKnown: boolean): string {
  const distinct = [...new Set(widenings.map(describe))];
  const more = distinct.length - shown;
  const examples = `${distinct.slice(0, shown).join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
  return isKnown ? `a right grows: ${examples}` : `something new has rights: ${examples}`;
}

function describe({ kind, action, actions, resources, principals, underFewerConditions }: Widening): string {
  if (kind === "undecided") return `what ${short(action)} allows cannot be told from the stack`;
  const who = wordsOf(principals) === "*" ? "" : ` by ${short(wordsOf(principals))}`;
  const where = wordsOf(resources) === "*" ? "on any resource" : `on ${short(wordsOf(resources))}`;
  const verb = kind === "allowed" ? "allows" : "no longer refuses";
  return `${verb} ${spelt(action, actions)} ${where}${who}${underFewerConditions ? ", under fewer conditions than before" : ""}`;
}

function spelt(action: string, actions: Region | undefined): string {
  const one = isUnlisted(action) ? "actions that are not published yet" : spellAction(action);
  return actions === undefined ? one : `${one} (by ${short(wordsOf(actions))})`;
}

const longest = 120;
const short = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest)}…`);
