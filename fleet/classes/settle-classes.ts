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
  { examine, keyOf }: Examiner<D, R>,
): Promise<readonly Settled<D, R>[]> {
  const results = new Map<D, R>();
  const failed = new Set<D>();
  const settled: Settled<D, R>[] = [];
  let open = classes;
  while (open.length > 0) {
    const chosen = open.map((documents) => ({ documents, representatives: representativesOf(documents) }));
    const missing = chosen
      .flatMap(({ representatives }) => representatives)
      .filter((one) => !results.has(one) && !failed.has(one));
    for (const [document, result] of await examine(missing)) results.set(document, result);
    for (const document of missing) if (!results.has(document)) failed.add(document);
    const split: (readonly D[])[] = [];
    for (const { documents, representatives } of chosen) {
      const found = representatives.flatMap((one) => results.get(one) ?? []);
      const [first] = found;
      const isAgreed = found.length === representatives.length && new Set(found.map(keyOf)).size === 1;
      if (isAgreed && first !== undefined) settled.push({ documents, result: first });
      else if (documents.length > 1) split.push(...partsOf(documents, resultKeys(results, failed, keyOf)));
    }
    open = split;
  }
  return settled;
}

const resultKeys =
  <D, R>(results: ReadonlyMap<D, R>, failed: ReadonlySet<D>, keyOf: (result: R) => string) =>
  (one: D): string | undefined => {
    const result = results.get(one);
    if (result !== undefined) return keyOf(result);
    return failed.has(one) ? "failed" : undefined;
  };
