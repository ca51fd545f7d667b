import type { Features } from "./document-features.ts";
import { featureAt, type VaryingPath, valuesToCover, varyingPaths } from "./feature-values.ts";

/** Something with features: a document class. */
export interface Featured {
  readonly features: Features;
}

/**
 * A few of many that between them have every choice that any of them has, and the ends of every amount and name; the
 * first and the last are among them.
 */
export function representativesOf<D extends Featured>(all: readonly D[]): readonly D[] {
  const [first] = all;
  const last = all.at(-1);
  if (first === undefined || last === undefined) return [];
  const chosen = new Set([first, last]);
  for (const varying of varyingPaths(all.map(({ features }) => features))) cover(varying, all, chosen);
  return [...chosen];
}

function cover<D extends Featured>(varying: VaryingPath, all: readonly D[], chosen: Set<D>): void {
  const has = ({ features }: D, value: string | number): boolean => featureAt(features, varying.path) === value;
  for (const value of valuesToCover(varying)) {
    if ([...chosen].some((one) => has(one, value))) continue;
    const found = all.find((one) => has(one, value));
    if (found !== undefined) chosen.add(found);
  }
}

/**
 * Parts of documents whose representatives disagree: by the path that tells the results apart best. Choices become a
 * part each; amounts and names are halved, so that where the results change is found by halving again. Documents that
 * differ in nothing that can be seen become a part each.
 *
 * @param resultOf what a representative came to; undefined for those that were not looked at.
 */
export function partsOf<D extends Featured>(
  all: readonly D[],
  resultOf: (one: D) => string | undefined,
): readonly (readonly D[])[] {
  const examined = all.filter((one) => resultOf(one) !== undefined);
  const best = varyingPaths(all.map(({ features }) => features))
    .map((varying) => ({ varying, mixed: mixedParts(varying, examined, resultOf) }))
    .toSorted((one, other) => one.mixed - other.mixed || one.varying.values.length - other.varying.values.length)[0];
  return best === undefined ? all.map((one) => [one]) : [...Map.groupBy(all, partBy(best.varying)).values()];
}

/** How many results there are too many in the parts of a path: 0 where it explains everything. */
function mixedParts<D extends Featured>(
  varying: VaryingPath,
  examined: readonly D[],
  resultOf: (one: D) => string | undefined,
): number {
  const parts = Map.groupBy(examined, partBy(varying));
  return [...parts.values()].reduce((mixed, part) => mixed + new Set(part.map(resultOf)).size - 1, 0);
}

/** The part that a document is in, by its value of a path. */
function partBy({ path, values, isChoice }: VaryingPath): (one: Featured) => string | number {
  if (isChoice) return ({ features }) => featureAt(features, path);
  const isAfterHalf = new Set(values.slice(Math.ceil(values.length / 2)));
  return ({ features }) => Number(isAfterHalf.has(featureAt(features, path)));
}
