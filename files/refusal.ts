import type { Problem } from "../model/problems.ts";
import type { Place } from "../model/provenance.ts";

/** What is wrong, without its place. */
export type Refusal = Omit<Problem, keyof Place | "path"> & { readonly path?: string };

/** A problem of the file as a whole, shown at its beginning. */
export function fileProblem(file: string, refusal: Refusal): Problem {
  return { file, line: 1, column: 1, path: "", ...refusal };
}

/** A problem at a place. */
export function problemAt(place: Place, refusal: Refusal): Problem {
  return { ...place, path: "", ...refusal };
}
