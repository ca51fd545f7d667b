import type { Comparison, FleetSide } from "../base/fleet-side.ts";
import type { Synthesis } from "../synth/fleet.ts";

/** A stack to look at, and the sides on which it is. */
export interface WantedStack {
  readonly stack: string;
  readonly inBase: boolean;
  readonly inHead: boolean;
}

/** What became of a stack on both sides; a side on which it is not is absent. */
export interface SynthesisedPair {
  readonly stack: string;
  readonly base?: Synthesis;
  readonly head?: Synthesis;
}

/** Synthesises stacks on both sides at a time, in the order given, and keeps none. */
export async function* synthesisedPairs(
  { base, head }: Pick<Comparison, "base" | "head">,
  wanted: readonly WantedStack[],
): AsyncGenerator<SynthesisedPair> {
  const before = results(
    base,
    wanted.filter(({ inBase }) => inBase),
  );
  const after = results(
    head,
    wanted.filter(({ inHead }) => inHead),
  );
  try {
    for (const { stack, inBase, inHead } of wanted) {
      const [one, other] = await Promise.all([inBase ? before.next() : undefined, inHead ? after.next() : undefined]);
      yield { stack, ...(one === undefined ? {} : { base: one }), ...(other === undefined ? {} : { head: other }) };
    }
  } finally {
    await Promise.all([before.end(), after.end()]);
  }
}

/** A side's results one by one. */
function results(side: FleetSide, wanted: readonly WantedStack[]) {
  const iterator = side.synthesise(wanted.map(({ stack }) => stack))[Symbol.asyncIterator]();
  return {
    next: async (): Promise<Synthesis> => {
      const result = await iterator.next();
      if (result.done) throw new Error(`the ${side.name} ended before every stack was synthesised`);
      return result.value;
    },
    end: async (): Promise<void> => {
      await iterator.return?.();
    },
  };
}
