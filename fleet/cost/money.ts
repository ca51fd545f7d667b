/**
 * US dollars in millionths, a whole number: sums of such are exact, which sums of dollars are not. A month of a fleet may
 * come to nine thousand million dollars before a JavaScript number loses count.
 */
export type MicroUsd = number;

/** @param usd dollars; rounded to the nearest millionth. */
export const microUsdOf = (usd: number): MicroUsd => Math.round(usd * 1e6);

/** Dollars, for output; nothing is added up after this. */
export const usdOf = (micro: MicroUsd): number => micro / 1e6;
