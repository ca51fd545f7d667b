import type { Problem } from "../model/problems.ts";
import type { Place } from "../model/provenance.ts";

/** Keys and list positions from the document's root, e.g. `["overrides", "limits.max_users"]`. */
export type DocumentPath = readonly (string | number)[];

/** A file that was read as data, and where in it each piece of the data stands. */
export interface SourceDocument {
  /** As shown to the person: relative to the fleet's folder, with `/`. */
  readonly file: string;
  readonly text: string;
  /** Objects without a prototype, arrays, strings, finite numbers, booleans, null. */
  readonly value: unknown;
  /**
   * Where a key or a value stands; default `value`. A path that is not in the document gives the place of its nearest
   * ancestor that is, so that a missing key is reported at the map that misses it.
   */
  placeOf(path: DocumentPath, part?: "key" | "value"): Place;
}

/** A file is read whole, or refused with everything that is wrong with its form. */
export type DocumentReading =
  | { readonly kind: "read"; readonly document: SourceDocument }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };
