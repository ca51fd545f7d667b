import { compareStacks } from "../diff/compare-stacks.ts";
import type { SynthesisedStack } from "../synth/synthesised-stack.ts";
import type { RecordedStack } from "./recorded-stack.ts";
import { type RecordedSides, sidesFromRecord } from "./sides-from-record.ts";

/**
 * Puts a stack's record and the head's synthesis side by side, so that `compareStacks` says what the head does to what
 * is on record. It is a prediction: the record says what the engine last wrote, not what the cloud has by now.
 */
export function compareWithRecord(record: RecordedStack, head: SynthesisedStack): RecordedSides {
  let replaced: ReadonlySet<string> = new Set();
  for (;;) {
    const sides = sidesFromRecord(record, head, replaced);
    const { operations } = compareStacks(sides.base, sides.head);
    const found = operations.filter(({ op, urn }) => op === "replace" && !replaced.has(urn));
    // What is replaced has other outputs, which may change more: again, until no more is found.
    if (found.length === 0) return sides;
    replaced = new Set([...replaced, ...found.map(({ urn }) => urn)]);
  }
}
