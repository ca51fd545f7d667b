import { closest } from "fastest-levenshtein";
import { type CheckFailure, type PropertyMap, unknownValue } from "./provider.ts";
import { isMap } from "./structural-diff.ts";

/** What an input may be. */
interface InputRule {
  readonly type: "text" | "number" | "boolean" | "list" | "map" | "list or map";
  /** Refused where it is missing. */
  readonly required?: boolean;
  /** The only texts allowed. */
  readonly oneOf?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The inputs of a resource type by name, as its npm package exports them. */
export type InputSchema = Readonly<Record<string, InputRule>>;

/**
 * Checks inputs against what a type takes: unknown names (with the nearest known one), missing and mistyped values,
 * values out of range. An unknown value passes, whatever its rule.
 *
 * @returns one failure for each bad input; empty where all are good.
 */
export function checkInputs(schema: InputSchema, inputs: PropertyMap): readonly CheckFailure[] {
  const given = Object.keys(inputs).filter((name) => inputs[name] !== undefined && inputs[name] !== null);
  const strangers = given
    .filter((name) => !Object.hasOwn(schema, name) && name !== "__defaults" && name !== "__internal")
    .map((name) => ({ property: name, reason: unknownName(name, Object.keys(schema)) }));
  const failures = Object.entries(schema).flatMap(([name, rule]) => {
    const reason = given.includes(name) ? refusal(inputs[name], rule) : rule.required ? "is required" : undefined;
    return reason === undefined ? [] : [{ property: name, reason: `${name} ${reason}.` }];
  });
  return [...strangers, ...failures];
}

function unknownName(name: string, known: readonly string[]): string {
  return `${name} is not an input of this type. The nearest is ${closest(name, [...known])}; allowed are ${known.join(", ")}.`;
}

function refusal(value: unknown, rule: InputRule): string | undefined {
  if (value === unknownValue) return undefined;
  if (!hasType(value, rule.type)) return `must be a ${rule.type}, but is a ${typeName(value)}`;
  if (typeof value === "number") return outOfRange(value, rule);
  if (typeof value === "string" && rule.oneOf && !rule.oneOf.includes(value)) {
    return `must be one of ${rule.oneOf.join(", ")}, but is ${JSON.stringify(value)}`;
  }
  return undefined;
}

function outOfRange(value: number, { minimum, maximum }: InputRule): string | undefined {
  if (minimum !== undefined && value < minimum) return `must be at least ${minimum}, but is ${value}`;
  if (maximum !== undefined && value > maximum) return `must be at most ${maximum}, but is ${value}`;
  return undefined;
}

function hasType(value: unknown, type: InputRule["type"]): boolean {
  const name = typeName(value);
  return name === type || (type === "list or map" && (name === "list" || name === "map"));
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return "list";
  if (isMap(value)) return "map";
  return typeof value === "string" ? "text" : typeof value;
}
