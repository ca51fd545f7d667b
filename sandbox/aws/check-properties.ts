import { closest } from "fastest-levenshtein";
import type { CheckFailure, PropertyMap } from "../provider/provider.ts";
import { unknownValue } from "../provider/provider.ts";
import { isMap } from "../provider/structural-diff.ts";
import { type DerivedProperties, type DerivedProperty, derivedNested } from "./derived-types.ts";

/**
 * Checks inputs against the derived data: unknown names (with the nearest known one), missing and mistyped values,
 * values outside a service's enumeration, pattern, range or length. Unknown values pass.
 */
export function checkProperties(properties: DerivedProperties, inputs: PropertyMap, at = ""): readonly CheckFailure[] {
  const given = Object.keys(inputs).filter((name) => isGiven(inputs[name]) && !name.startsWith("__"));
  const strangers = given
    .filter((name) => !Object.hasOwn(properties, name))
    .map((name) => ({ property: `${at}${name}`, reason: strangerText(`${at}${name}`, name, Object.keys(properties)) }));
  const known = Object.entries(properties).flatMap(([name, property]) => {
    const path = `${at}${name}`;
    if (given.includes(name)) return checkValue(property.type, property, inputs[name], path);
    return property.required ? [{ property: path, reason: `Missing required argument: ${path} has no value.` }] : [];
  });
  return [...strangers, ...known];
}

function strangerText(path: string, name: string, known: readonly string[]): string {
  const nearest = known.length > 0 ? ` The nearest is ${closest(name, [...known])}.` : "";
  return `${path} is not an argument of this type.${nearest} Allowed are ${known.join(", ")}.`;
}

const isGiven = (value: unknown) => value !== undefined && value !== null;

function checkValue(type: string, property: DerivedProperty, value: unknown, path: string): readonly CheckFailure[] {
  if (value === unknownValue || !isGiven(value)) return [];
  if (type.endsWith("[]")) return checkList(type.slice(0, -2), property, value, path);
  if (type.endsWith("{}")) return checkMap(type.slice(0, -2), property, value, path);
  if (type.startsWith("@")) {
    return isMap(value)
      ? checkProperties(derivedNested(type.slice(1)), value, `${path}.`)
      : [mistyped(path, "map", value)];
  }
  return checkScalar(type, property, value, path);
}

function checkList(inner: string, property: DerivedProperty, value: unknown, path: string): readonly CheckFailure[] {
  if (!Array.isArray(value)) return [mistyped(path, "list", value)];
  return value.flatMap((item: unknown, index) => checkValue(inner, property, item, `${path}[${index}]`));
}

function checkMap(inner: string, property: DerivedProperty, value: unknown, path: string): readonly CheckFailure[] {
  if (!isMap(value)) return [mistyped(path, "map", value)];
  return Object.entries(value).flatMap(([key, item]) => checkValue(inner, property, item, `${path}.${key}`));
}

function mistyped(path: string, wanted: string, value: unknown): CheckFailure {
  return {
    property: path,
    reason: `${path} must be a ${wanted}, but is a ${typeof value === "string" ? "text" : typeof value}.`,
  };
}

function checkScalar(type: string, property: DerivedProperty, value: unknown, path: string): readonly CheckFailure[] {
  if (type === "any" || (type === "json" && isMap(value))) return [];
  const wanted = type === "json" || type === "text" ? "string" : type;
  if (typeof value !== wanted) return [mistyped(path, type, value)];
  const reason = typeof value === "string" ? textRefusal(property, value) : numberRefusal(property, value);
  return reason ? [{ property: path, reason: `expected ${path} to ${reason}.` }] : [];
}

const compiled = new Map<string, RegExp>();

/** A service model's pattern, which means the whole value. */
export function wholePattern(pattern: string): RegExp {
  // Classes of characters, and characters beyond the first plane, which are two escapes.
  const isUnicode = /\\p\{|\\uD800\\uDC00/.test(pattern);
  // The models' own way to say that a dot takes every character, which it does here anyway.
  const plain = pattern.replace(/^\(\?s\)/, "");
  // After a class of characters a hyphen stands for itself; only JavaScript wants that said.
  const text = isUnicode ? plain.replace(/(\\p\{\w+\})-/g, "$1\\-") : plain;
  const found = compiled.get(pattern) ?? new RegExp(`^(?:${text})$`, isUnicode ? "us" : "s");
  compiled.set(pattern, found);
  return found;
}

function textRefusal(property: DerivedProperty, value: string): string | undefined {
  const { oneOf, pattern, minimumLength = 0, maximumLength = Number.POSITIVE_INFINITY } = property;
  if (oneOf && !oneOf.includes(value)) return `be one of [${oneOf.join(" ")}], got ${JSON.stringify(value)}`;
  if (value.length < minimumLength) return `have at least ${minimumLength} characters, got ${value.length}`;
  if (value.length > maximumLength) return `have at most ${maximumLength} characters, got ${value.length}`;
  if (pattern && !wholePattern(pattern).test(value)) return `match ${pattern}, got ${JSON.stringify(value)}`;
  return undefined;
}

function numberRefusal({ minimum, maximum }: DerivedProperty, value: unknown): string | undefined {
  if (typeof value !== "number") return undefined;
  if (minimum !== undefined && value < minimum) return `be at least ${minimum}, got ${value}`;
  if (maximum !== undefined && value > maximum) return `be at most ${maximum}, got ${value}`;
  return undefined;
}
