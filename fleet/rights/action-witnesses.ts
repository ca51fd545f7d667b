import { includes, instanceOf, isPattern } from "./glob.ts";
import { publishedActions } from "./published-actions.ts";
import { patternsOf, type Region } from "./region.ts";

/**
 * Actions to try for a region: each published one that is in it, one of its own that nobody has published yet for each
 * pattern, and one for each pattern of the policies that are compared. Of actions that none of `regions` tells apart
 * one is enough.
 *
 * @param regions actions of all statements that are compared.
 */
export function actionWitnesses(region: Region, regions: readonly Region[]): readonly string[] {
  const patterns = patternsOf(region);
  if ("in" in region && patterns.every((pattern) => !isPattern(pattern))) return patterns;
  const listed = "in" in region ? publishedActions(patterns) : publishedActions(["*"]);
  const open = "in" in region ? patterns : ["another-service:*"];
  const mentioned = regions.flatMap(patternsOf);
  const inside = [...listed, ...[...open, ...mentioned].map(instanceOf)].filter((action) => isIn(region, action));
  return oneOfEach(inside, mentioned);
}

function isIn(region: Region, action: string): boolean {
  const isMatched = patternsOf(region).some((pattern) => includes(pattern, action));
  return "in" in region ? isMatched : !isMatched;
}

/** The first of those that the same patterns match. */
function oneOfEach(actions: readonly string[], mentioned: readonly string[]): readonly string[] {
  const distinct = [...new Set(mentioned)];
  const kinds = new Map<string, string>();
  for (const action of actions) {
    const kind = distinct.map((pattern) => (includes(pattern, action) ? "1" : "0")).join("");
    if (!kinds.has(kind)) kinds.set(kind, action);
  }
  return [...kinds.values()];
}
