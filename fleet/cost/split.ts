import type { MicroUsd } from "./money.ts";

/**
 * Splits an amount in proportion to weights so that the parts sum to the whole: each is rounded down, and what is left
 * goes, a millionth each, to those who lost most by it; the earlier one among equals.
 *
 * @param total a whole number of at least 0.
 * @param weights numbers of at least 0, one of them above it unless there are none.
 */
export function splitExactly(total: MicroUsd, weights: readonly number[]): readonly MicroUsd[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((all, part) => all + part, 0);
  const losers = exact
    .map((value, index) => ({ index, lost: value - Math.floor(value) }))
    .toSorted((one, other) => other.lost - one.lost || one.index - other.index);
  // Below 0 where a share just under a whole number was taken for it.
  const ordered = left < 0 ? losers.toReversed().filter(({ index }) => (parts[index] ?? 0) > 0) : losers;
  for (const { index } of ordered.slice(0, Math.abs(left))) parts[index] = (parts[index] ?? 0) + Math.sign(left);
  return parts;
}
