import { includes, intersects } from "./glob.ts";

/** Some of all names: those that patterns match, or all but those. */
export type Region = { readonly in: readonly string[] } | { readonly notIn: readonly string[] };

export const everything: Region = { in: ["*"] };

/** Whether `outer` has all of `inner`. May say no where several patterns together would do; never yes without need. */
export function covers(outer: Region, inner: Region): boolean {
  if ("in" in inner) return inner.in.every((pattern) => hasAllOf(outer, pattern));
  if ("in" in outer) return outer.in.includes("*");
  return outer.notIn.every((left) => inner.notIn.some((pattern) => includes(pattern, left)));
}

const hasAllOf = (outer: Region, pattern: string): boolean =>
  "in" in outer ? outer.in.some((one) => includes(one, pattern)) : !outer.notIn.some((one) => intersects(one, pattern));

/** Whether they have something in common; no is certain. */
export function overlap(one: Region, other: Region): boolean {
  if ("in" in one && "in" in other) {
    return one.in.some((left) => other.in.some((right) => intersects(left, right)));
  }
  if ("notIn" in one && "notIn" in other) return true;
  const [listed, excluded] =
    "in" in one ? [one.in, (other as { notIn: readonly string[] }).notIn] : swapped(one, other);
  return listed.some((pattern) => !excluded.some((left) => includes(left, pattern)));
}

const swapped = (one: Region, other: Region): readonly [readonly string[], readonly string[]] => [
  (other as { in: readonly string[] }).in,
  (one as { notIn: readonly string[] }).notIn,
];

/** Its parts that can be looked at one by one. */
export const partsOf = (region: Region): readonly Region[] =>
  "in" in region ? region.in.map((pattern) => ({ in: [pattern] })) : [region];

/** What is left of `region` where only `allowed` of it counts; at least that, where patterns merely overlap. */
export function within(region: Region, allowed: readonly string[]): Region {
  if ("notIn" in region) return { in: allowed };
  return {
    in: region.in.flatMap((pattern) => {
      if (allowed.some((one) => includes(one, pattern))) return [pattern];
      const inside = allowed.filter((one) => includes(pattern, one));
      const others = allowed.filter((one) => !includes(pattern, one) && intersects(pattern, one));
      return others.length > 0 ? [pattern] : inside;
    }),
  };
}

export const patternsOf = (region: Region): readonly string[] => ("in" in region ? region.in : region.notIn);

/** For a person. */
export const wordsOf = (region: Region): string =>
  "in" in region ? region.in.join(", ") : `all but ${region.notIn.join(", ")}`;
