/** A right that the head gives and the base did not. */
export interface RightGrowth {
  /** Logical name. */
  readonly resource: string;
  readonly property: string;
  /** In a sentence: what may be done now, on what, by whom. */
  readonly reason: string;
}
