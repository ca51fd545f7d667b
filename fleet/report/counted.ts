const grouping = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const cents = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });

/** A whole number with its thousands apart: `7,212`. */
export const thousands = (count: number): string => grouping.format(count);

/** A number with its noun: `1 tenant`, `7,212 tenants`; `plural` where it is not made with an s. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${thousands(count)} ${count === 1 ? noun : plural}`;

/** US dollars: `$1,240.50`, `-$3.00`; `unknown` for what is no number. */
export const dollars = (amount: number): string => (Number.isFinite(amount) ? cents.format(amount + 0) : "unknown");

/** A difference in US dollars, with its sign: `+$1,240.50`, `-$3.00`, `±$0.00`. */
export function signedDollars(amount: number): string {
  if (!Number.isFinite(amount)) return "unknown";
  const isNothing = Math.abs(amount) < 0.005;
  if (isNothing) return `±${cents.format(0)}`;
  return amount > 0 ? `+${cents.format(amount)}` : cents.format(amount);
}

/** `a, b and 3 more`: the first `most` of a list, and how many there are beyond them. */
export function firstOf(items: readonly string[], most: number): string {
  const left = items.length - most;
  return left > 0 ? `${items.slice(0, most).join(", ")} and ${thousands(left)} more` : items.join(", ");
}
