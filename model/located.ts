import type { Place } from "./provenance.ts";

/** A declaration as plain data, and where in its file each piece of it stands. */
export interface Located {
  readonly file: string;
  readonly value: unknown;
  /** A path that is not there gives the place of its nearest ancestor that is. Default `value`. */
  placeOf(path: readonly (string | number)[], part?: "key" | "value"): Place;
}
