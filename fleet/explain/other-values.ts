import type { z } from "zod";
import { regionsOf, residencies } from "../../model/residency.ts";

type Schema = z.core.$ZodType;

/** A setting that is not a number, where one may be. */
const inPlaceOfUnlimited = [1000, 5];

/**
 * Other values to try in place of `value`: near and far ones, since a service rounds some of them, and every member of
 * a list of words. Whether one is allowed is for the schema and the plan to say.
 *
 * @param choices the words that the schema knows for it; empty where it takes any.
 */
export function otherValues(value: unknown, choices: readonly unknown[] = []): readonly unknown[] {
  if (typeof value === "boolean") return [!value];
  if (Array.isArray(value)) return otherLists(value, choices);
  const words = choices.filter((choice) => choice !== value);
  if (value === "unlimited") return [...inPlaceOfUnlimited, ...words];
  if (typeof value === "number") return [...otherNumbers(value), ...words];
  if (words.length > 0) return words;
  return typeof value === "string" ? [...otherRegions(value), ...otherTexts(value)] : [];
}

/** Of a Region, those that data may be in as well. */
const otherRegions = (value: string): readonly string[] =>
  residencies
    .map(regionsOf)
    .filter((regions) => regions.includes(value))
    .flatMap((regions) => regions.filter((region) => region !== value));

const otherNumbers = (value: number): readonly number[] => [
  ...new Set([value * 2, value + 1, value - 1, Math.floor(value / 2), value * 0.75].filter((one) => one !== value)),
];

/** One less, and one more where it is known what else there is. */
function otherLists(value: readonly unknown[], choices: readonly unknown[]): readonly unknown[] {
  const missing = choices.find((choice) => !value.includes(choice));
  const [first] = value;
  const changed = choices.length === 0 && typeof first === "string" ? otherTexts(first) : [];
  return [
    ...(value.length > 0 ? [value.slice(0, -1)] : []),
    ...(value.length > 1 ? [value.slice(1)] : []),
    ...(missing === undefined ? [] : [[...value, missing]]),
    ...changed.map((text) => [text, ...value.slice(1)]),
  ];
}

/** Texts of the same form: other digits, other letters, longer. */
function otherTexts(value: string): readonly string[] {
  const candidates = [
    value.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)),
    value.replace(/\d/, (digit) => String((Number(digit) % 9) + 1)),
    `${value}x`,
    value.replace(/[a-z](?=[^a-z]*$)/, (letter) => (letter === "q" ? "r" : "q")),
    value.replace(/[a-z]/, (letter) => (letter === "q" ? "r" : "q")),
  ];
  return [...new Set(candidates)].filter((candidate) => candidate !== value);
}

/** The words that `schema` knows at `path`; for a list, those that may be in it. Empty where any may stand. */
export function choicesAt(schema: Schema, path: readonly PropertyKey[]): readonly unknown[] {
  const reached = path.reduce<readonly Schema[]>((at, key) => at.flatMap((inner) => stepInto(inner, key)), [schema]);
  return reached.flatMap(choicesOf);
}

function definitionOf(schema: Schema): z.core.$ZodTypes["_zod"]["def"] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return "innerType" in def ? definitionOf(def.innerType as Schema) : def;
}

function stepInto(schema: Schema, key: PropertyKey): readonly Schema[] {
  const def = definitionOf(schema);
  if (def.type === "object") return [def.shape[String(key)] ?? def.catchall].filter((found) => found !== undefined);
  if (def.type === "union") return def.options.flatMap((option) => stepInto(option, key));
  if (def.type === "record") return [def.valueType];
  return def.type === "array" ? [def.element] : [];
}

function choicesOf(schema: Schema): readonly unknown[] {
  const def = definitionOf(schema);
  if (def.type === "enum") return Object.values(def.entries);
  if (def.type === "literal") return def.values;
  if (def.type === "union") return def.options.flatMap(choicesOf);
  return def.type === "array" ? choicesOf(def.element) : [];
}
