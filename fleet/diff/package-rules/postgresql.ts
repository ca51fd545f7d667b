import rulesByType from "../../../catalog/replacements/postgresql.json" with { type: "json" };
import { isSame, opened } from "../plain-value.ts";
import type { ReplacementRules } from "./replacement-rules.ts";

/** One type in `catalog/replacements/postgresql.json`. */
interface SqlRule {
  readonly ours: readonly string[];
  /** What stands for an input that is missing. */
  readonly defaults: Properties;
  /** Lists whose order means nothing. */
  readonly sets?: readonly string[];
  readonly name?: string;
  /** No update can change anything. */
  readonly everyChange?: boolean;
  /** Inputs that the object's id is made of. */
  readonly identity: readonly string[];
}

type Properties = Readonly<Record<string, unknown>>;

const rules: Readonly<Record<string, SqlRule>> = rulesByType;

/** The rules of a type of the package `postgresql`; undefined for any other. */
export function postgresqlRules(type: string): ReplacementRules | undefined {
  const rule = rules[type];
  if (rule === undefined) return undefined;
  const { ours, defaults, sets = [], name, everyChange = false, identity } = rule;
  return {
    comparable: (inputs) => ordered({ ...defaults, ...inputs }, sets),
    forcedBy: ([property]) => (everyChange || ours.includes(String(property)) ? "ours" : undefined),
    cannotCoexist: (before, after) => {
      const [old, now] = [
        { ...defaults, ...before },
        { ...defaults, ...after },
      ];
      return identity.every((part) => isSame(named(old[part]), named(now[part])));
    },
    ...(name === undefined ? {} : { madeUpName: name }),
    updatedOutputs: [],
  };
}

/** A list without anything in it names nothing, as one that is missing. */
const named = (part: unknown): unknown => (Array.isArray(part) && part.length === 0 ? undefined : part);

/** Brings sets into one order, so that two are compared by what is in them. */
function ordered(inputs: Properties, sets: readonly string[]): Properties {
  const lists = sets.flatMap((name) => {
    const value = opened(inputs[name]);
    return Array.isArray(value) ? [[name, [...new Set(value.map(opened))].sort()] as const] : [];
  });
  return lists.length === 0 ? inputs : { ...inputs, ...Object.fromEntries(lists) };
}
