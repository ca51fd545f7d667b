/** What came of a configuration step. */
export type ConfigurationResult =
  | { readonly kind: "changed" /** Files applied now, in order. */; readonly applied: readonly string[] }
  | { readonly kind: "unchanged" }
  /** There is no schema to configure, for `reason`. */
  | { readonly kind: "not-needed"; readonly reason: string };

/** Nothing applied is nothing changed. */
export const resultOf = (applied: readonly string[]): ConfigurationResult =>
  applied.length === 0 ? { kind: "unchanged" } : { kind: "changed", applied };
