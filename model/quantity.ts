/**
 * An amount that a tier sells. `unlimited` is a case of its own, never a magic number, so that code which needs a
 * number must say what it does without one.
 */
export type Quantity = { readonly kind: "limited"; readonly amount: number } | { readonly kind: "unlimited" };

/** `amount` of something, a whole number of at least 0. */
export const limited = (amount: number): Quantity => ({ kind: "limited", amount });

/** No upper bound. */
const unlimited: Quantity = { kind: "unlimited" };

/** Reads the YAML form: a number, or the word `unlimited`. */
export const quantityOf = (declared: number | "unlimited"): Quantity =>
  declared === "unlimited" ? unlimited : limited(declared);

/** The smaller of an entitlement and a hard limit of the platform: what a resource can be given. */
export const atMost = (quantity: Quantity, hardLimit: number): number =>
  quantity.kind === "limited" ? Math.min(quantity.amount, hardLimit) : hardLimit;

/** Whether `asked` fits into what is sold. */
export const isWithin = (asked: Quantity, sold: Quantity): boolean =>
  sold.kind === "unlimited" || (asked.kind === "limited" && asked.amount <= sold.amount);
