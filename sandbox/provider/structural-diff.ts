import { isDeepStrictEqual } from "node:util";
import { formatPath, type PathSteps } from "./property-path.ts";
import { type PropertyMap, unknownValue } from "./provider.ts";

/** A plain object, as opposed to a list, a scalar, null or an unknown. */
export function isMap(value: unknown): value is PropertyMap {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/**
 * The innermost paths at which two sets of inputs differ, e.g. `tags.owner` or `rules[1]`.
 * An unknown value differs from everything that is known. A property set to undefined counts as absent.
 */
export function changedPaths(olds: PropertyMap, news: PropertyMap): readonly string[] {
  return mapDifferences(olds, news, []).map(formatPath);
}

function mapDifferences(olds: PropertyMap, news: PropertyMap, at: PathSteps): PathSteps[] {
  const names = new Set([...Object.keys(olds), ...Object.keys(news)]);
  return [...names].sort().flatMap((name) => differences(olds[name], news[name], [...at, name]));
}

function listDifferences(olds: readonly unknown[], news: readonly unknown[], at: PathSteps): PathSteps[] {
  const length = Math.max(olds.length, news.length);
  return Array.from({ length }, (_, index) => differences(olds[index], news[index], [...at, index])).flat();
}

function differences(before: unknown, after: unknown, at: PathSteps): PathSteps[] {
  if (before === unknownValue || after === unknownValue) return [at];
  if (isMap(before) && isMap(after)) return mapDifferences(before, after, at);
  if (Array.isArray(before) && Array.isArray(after)) return listDifferences(before, after, at);
  return isDeepStrictEqual(before, after) ? [] : [at];
}
