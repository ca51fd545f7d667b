import { type Featured, partsOf, representativesOf } from "./representatives.ts";

/** Documents that all come to one result. */
export interface Settled<D, R> {
  readonly documents: readonly D[];
  readonly result: R;
}

/** What looking at documents came to, and how to tell two results apart. */
export interface Examiner<D, R> {
  /** Results in any order; a document without one failed, and is left out. */
  readonly examine: (documents: readonly D[]) => Promise<ReadonlyMap<D, R>>;
  readonly keyOf: (result: R) => string;
}

/**
 * Finds what each document comes to while looking at few of them. Representatives of each class are looked at; where
 * they agree, they speak for the class; where they do not, it is split by what tells them apart, and the parts are looked
 * at in the same way, down to single documents.
 */
export async function settleClasses<D extends Featured, R>(
  classes: readonly (readonly D[])[],
  examiner: Examiner<D, R>,
): Promise<readonly Settled<D, R>[]> {
  const seen = new SeenDocuments(examiner);
  const settled: Settled<D, R>[] = [];
  let open = classes;
  while (open.length > 0) {
    const chosen = open.map((documents) => ({ documents, representatives: representativesOf(documents) }));
    await seen.look(chosen.flatMap(({ representatives }) => representatives));
    const agreed = chosen.map(({ documents, representatives }) => ({
      documents,
      result: seen.agreed(representatives),
    }));
    settled.push(...agreed.flatMap(({ documents, result }) => (result === undefined ? [] : [{ documents, result }])));
    open = agreed
      .filter(({ documents, result }) => result === undefined && documents.length > 1)
      .flatMap(({ documents }) => partsOf(documents, seen.keyOf));
  }
  return settled;
}

/** Documents that were looked at. */
class SeenDocuments<D, R> {
  readonly #examiner: Examiner<D, R>;
  /** Undefined for those that failed. */
  readonly #results = new Map<D, R | undefined>();

  constructor(examiner: Examiner<D, R>) {
    this.#examiner = examiner;
  }

  async look(documents: readonly D[]): Promise<void> {
    const missing = documents.filter((one) => !this.#results.has(one));
    const found = await this.#examiner.examine(missing);
    for (const one of missing) this.#results.set(one, found.get(one));
  }

  /** What all of them came to; undefined where they came to different things, or one failed. */
  agreed(documents: readonly D[]): R | undefined {
    const keys = new Set(documents.map(this.keyOf));
    const [first] = documents;
    return keys.size === 1 && first !== undefined ? this.#results.get(first) : undefined;
  }

  readonly keyOf = (one: D): string | undefined => {
    const result = this.#results.get(one);
    if (result !== undefined) return this.#examiner.keyOf(result);
    return this.#results.has(one) ? "failed" : undefined;
  };
}
