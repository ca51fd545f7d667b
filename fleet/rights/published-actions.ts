import { readFileSync } from "node:fs";

/** A service's actions, spelt as AWS does: `s3:GetObject`. */
type ServiceActions = ReadonlyMap<string, readonly string[]>;

let loaded: ServiceActions | undefined;

/** `data/aws-actions.json`, made by `scripts/derive-aws-actions.ts`; read when a pattern is first spelt out. */
function published(): ServiceActions {
  loaded ??= new Map(
    Object.entries(
      JSON.parse(readFileSync(new URL("./data/aws-actions.json", import.meta.url), "utf8")) as Record<string, string>,
    ).map(([service, names]) => [service, names.split(" ").map((name) => `${service}:${name}`)]),
  );
  return loaded;
}

/** Published actions that could match any of these lower-case patterns, in lower case: those of the services they name. */
export function publishedActions(patterns: readonly string[]): readonly string[] {
  const services = new Set(patterns.map(serviceOf));
  const all = [...services].some((service) => /[*?]/.test(service));
  const lists = [...published()].filter(([service]) => all || services.has(service)).map(([, actions]) => actions);
  return lists.flat().map((action) => action.toLowerCase());
}

const serviceOf = (action: string): string => action.split(":")[0] ?? "";

/** As AWS spells it, where it is published. */
export const spellAction = (lower: string): string =>
  published()
    .get(serviceOf(lower))
    ?.find((action) => action.toLowerCase() === lower) ?? lower;
