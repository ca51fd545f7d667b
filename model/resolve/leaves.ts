/** A map of a document: an object that is neither an array nor null. */
export type PlainMap = Readonly<Record<string, unknown>>;

/** Where a value stands below the root, from the root down. */
export type Path = readonly string[];

export const isMap = (value: unknown): value is PlainMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value that is replaced as a whole: a scalar, a list, null or an empty map. */
export interface Leaf {
  readonly path: Path;
  readonly value: unknown;
}

/** Every leaf of `value`, in the order it was written. */
export function leavesOf(value: unknown, path: Path = []): readonly Leaf[] {
  if (!isMap(value) || Object.keys(value).length === 0) {
    return [{ path, value }];
  }
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/** The value at `path`; undefined where there is none. Only own keys count. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) => (isMap(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
    value,
  );
}

/** A map that holds `value` at `path` and nothing else: a merge patch that sets it. */
export const patchOf = (path: Path, value: unknown): unknown =>
  path.reduceRight<unknown>((inner, key) => Object.fromEntries([[key, inner]]), value);

/** Whether two values of a document are the same. */
export function isSame(one: unknown, other: unknown): boolean {
  if (isMap(one) && isMap(other)) {
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => isSame(one[key], valueAt(other, [key])));
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  }
  return one === other;
}
