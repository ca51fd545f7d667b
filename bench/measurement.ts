/** One measured target of the requirements. */
export interface Measurement {
  readonly name: string;
  /** What was asked for, in words, e.g. `at most 0.25`. */
  readonly target: string;
  readonly measured: number;
  readonly unit: string;
  readonly verdict: "ok" | "missed";
  /** What explains the number: shares, counts, the two sides of a ratio. */
  readonly details: Readonly<Record<string, number>>;
}

/** What is measured, before it is judged. */
interface Measured {
  readonly name: string;
  readonly measured: number;
  readonly unit: string;
  readonly details?: Readonly<Record<string, number>>;
}

/** Judges a value that must not be above `limit`. */
export const atMost = (limit: number, measured: Measured): Measurement => ({
  ...measured,
  details: measured.details ?? {},
  target: `at most ${limit}`,
  verdict: measured.measured <= limit ? "ok" : "missed",
});

/** Judges a value that must not be below `limit`. */
export const atLeast = (limit: number, measured: Measured): Measurement => ({
  ...measured,
  details: measured.details ?? {},
  target: `at least ${limit}`,
  verdict: measured.measured >= limit ? "ok" : "missed",
});

/** The middle of the values; of an even number, the lower of the two in the middle. @throws on none. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
  if (middle === undefined) throw new Error("nothing was measured");
  return middle;
}
