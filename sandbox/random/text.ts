import type { InputSchema } from "../provider/input-schema.ts";
import type { CheckFailure, PropertyMap } from "../provider/provider.ts";
import { drawSecurely, pick, shuffled } from "./draw.ts";
import { keepers } from "./stored-type.ts";

/** Inputs of RandomPassword and RandomString. */
export const textSchema: InputSchema = {
  ...keepers,
  length: { type: "number", required: true, minimum: 1 },
  lower: { type: "boolean" },
  minLower: { type: "number", minimum: 0 },
  minNumeric: { type: "number", minimum: 0 },
  minSpecial: { type: "number", minimum: 0 },
  minUpper: { type: "number", minimum: 0 },
  number: { type: "boolean" },
  numeric: { type: "boolean" },
  overrideSpecial: { type: "text" },
  special: { type: "boolean" },
  upper: { type: "boolean" },
};

interface CharacterClass {
  readonly name: string;
  readonly characters: string;
  readonly wanted: boolean;
  readonly minimum: number;
}

// The default set of special characters is the Terraform provider's (hashicorp/random, internal/random/string.go).
const specialCharacters = "!@#$%&*()-_=+[]{}<>:?";

/** The settings with the defaults that apply where an input is missing. */
export function textSettings(inputs: PropertyMap): PropertyMap {
  const numeric = inputs["numeric"] ?? inputs["number"] ?? true;
  return {
    lower: true,
    upper: true,
    special: true,
    minLower: 0,
    minUpper: 0,
    minNumeric: 0,
    minSpecial: 0,
    ...inputs,
    numeric,
    number: numeric,
  };
}

function classesOf(inputs: PropertyMap): readonly CharacterClass[] {
  const settings = textSettings(inputs);
  const special = String(inputs["overrideSpecial"] || specialCharacters);
  return [
    { name: "Lower", characters: "abcdefghijklmnopqrstuvwxyz" },
    { name: "Upper", characters: "ABCDEFGHIJKLMNOPQRSTUVWXYZ" },
    { name: "Numeric", characters: "0123456789" },
    { name: "Special", characters: special },
  ].map(({ name, characters }) => ({
    name,
    characters,
    wanted: settings[name.toLowerCase()] === true,
    minimum: Number(settings[`min${name}`]),
  }));
}

/** Refuses minimums that do not fit, and a text without any class of characters. */
export function refuseText(inputs: PropertyMap): readonly CheckFailure[] {
  const classes = classesOf(inputs);
  const minimum = classes.reduce((sum, { minimum }) => sum + minimum, 0);
  if (minimum > Number(inputs["length"])) {
    return [
      {
        property: "length",
        reason: `length must be at least the sum of the minimums, ${minimum}, but is ${String(inputs["length"])}.`,
      },
    ];
  }
  if (classes.some(({ wanted }) => wanted)) return [];
  return [{ property: "", reason: "One of lower, upper, numeric and special must be true." }];
}

/** Draws a text with at least the minimum of every class, in random order. */
export function randomText(inputs: PropertyMap): string {
  const classes = classesOf(inputs);
  const demanded = classes.flatMap(({ characters, minimum }) => drawCharacters(characters, minimum));
  const all = classes.flatMap(({ characters, wanted }) => (wanted ? [characters] : [])).join("");
  const rest = drawCharacters(all, Number(inputs["length"]) - demanded.length);
  return shuffled([...demanded, ...rest], drawSecurely).join("");
}

function drawCharacters(characters: string, count: number): string[] {
  return Array.from({ length: count }, () => pick([...characters], drawSecurely));
}
