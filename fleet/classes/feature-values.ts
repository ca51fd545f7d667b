import type { Features } from "./document-features.ts";

/** What a path has where a file does not have it. */
const absent = "absent";

/** More values than this are no choice but names or amounts: their ends are looked at instead of each. */
const mostChoices = 6;

/** A path by which documents differ, with its values in order. */
export interface VaryingPath {
  readonly path: string;
  readonly values: readonly (string | number)[];
  /** Whether every value is looked at. */
  readonly isChoice: boolean;
}

export const featureAt = (features: Features, path: string): string | number => features.get(path) ?? absent;

/** The paths by which some documents differ. */
export function varyingPaths(all: readonly Features[]): readonly VaryingPath[] {
  const paths = new Set(all.flatMap((features) => [...features.keys()]));
  return [...paths].flatMap((path) => {
    const values = [...new Set(all.map((features) => featureAt(features, path)))].toSorted(byValue);
    return values.length < 2 ? [] : [{ path, values, isChoice: isChoice(values) }];
  });
}

const isChoice = (values: readonly (string | number)[]): boolean =>
  values.length <= mostChoices && values.filter((value) => typeof value === "number").length <= 1;

/** Numbers by size, after texts. */
function byValue(one: string | number, other: string | number): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  if (typeof one === "number" || typeof other === "number") return typeof one === "number" ? 1 : -1;
  return one.length - other.length || one.localeCompare(other);
}

/** Values that must be looked at: each choice, or the ends of amounts and names, and their being absent. */
export function valuesToCover({ values, isChoice: isEach }: VaryingPath): readonly (string | number)[] {
  if (isEach) return values;
  const numbers = values.filter((value) => typeof value === "number");
  const texts = values.filter((value) => typeof value === "string" && value !== absent);
  const ends = [numbers, texts].flatMap((ordered) => [ordered.at(0), ordered.at(-1)]);
  return [...new Set([...ends, ...(values.includes(absent) ? [absent] : [])])].filter((value) => value !== undefined);
}
