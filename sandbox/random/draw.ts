import { createHash, randomInt } from "node:crypto";

/** Draws an integer from 0 up to, but not including, `bound`; each equally likely. `bound` is at least 1. */
export type Draw = (bound: number) => number;

/** From the operating system's generator, fit for secrets. */
export const drawSecurely: Draw = (bound) => (bound === 1 ? 0 : randomInt(bound));

/** The same sequence for the same seed, for results that must come out alike; no source of secrets. */
export function drawFromSeed(seed: string): Draw {
  let counter = 0;
  const next = (): number => createHash("sha256").update(`${counter++}:${seed}`).digest().readUIntBE(0, 6);
  return (bound) => {
    // Values above the last full multiple would favour small results.
    const limit = 2 ** 48 - (2 ** 48 % bound);
    for (;;) {
      const value = next();
      if (value < limit) return value % bound;
    }
  };
}

/** A copy in random order (Fisher-Yates). */
export function shuffled<T>(items: readonly T[], draw: Draw): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = draw(last + 1);
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}

/** One of `items`. @throws where there are none. */
export function pick<T>(items: readonly T[], draw: Draw): T {
  if (items.length === 0) throw new RangeError("There is nothing to pick from.");
  return items[draw(items.length)] as T;
}
