import { runStack } from "../../stacks/program.ts";
import { SharedFiles } from "../../tenants/shared-files.ts";
import type { StackOutputs } from "../synth/references.ts";
import { synthesise } from "../synth/synthesise.ts";
import type { SynthesisedStack } from "../synth/synthesised-stack.ts";
import { compareWithRecord } from "./compare-with-record.ts";
import { recordedReferences, unreadReference } from "./recorded-references.ts";
import type { RecordedStack } from "./recorded-stack.ts";
import { sidesFromRecord } from "./sides-from-record.ts";
import { StateError } from "./state-error.ts";
import type { StateFolder } from "./state-folder.ts";

/** A stack as it is on record and as the head's files declare it; without a record, the base holds nothing. */
export interface RecordedPair {
  readonly base: SynthesisedStack;
  readonly head: SynthesisedStack;
}

/** Pairs are asked for by both sides of a comparison, one soon after the other: so many are kept. */
const keptPairs = 4;

/**
 * Stacks of the head's files in `root` beside their records. What a stack reads of others (a tenant of its cell) is
 * answered from their records, as the engine does.
 */
export class RecordedPairs {
  readonly #state: StateFolder;
  readonly #shared: SharedFiles;
  readonly #references: StackOutputs;
  readonly #kept = new Map<string, Promise<RecordedPair>>();
  /** URNs of resources with a secret that could not be compared, since its record is encrypted. */
  readonly uncompared = new Set<string>();

  constructor(state: StateFolder, root: string) {
    this.#state = state;
    this.#shared = new SharedFiles(root);
    this.#references = recordedReferences(state);
  }

  /**
   * @throws StateError where the record cannot be used, ProblemsError where a file is wrong, or what the program threw.
   */
  pair(stack: string): Promise<RecordedPair> {
    const known = this.#kept.get(stack) ?? this.#compare(stack);
    this.#kept.set(stack, known);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > keptPairs && oldest !== undefined) this.#kept.delete(oldest);
    return known;
  }

  /** A stack that is on record and that no file declares any more. @throws StateError */
  gone(stack: string): SynthesisedStack {
    const record = this.#record(stack);
    return record === undefined ? emptyStack(stack) : sidesFromRecord(record, emptyStack(stack)).base;
  }

  async #compare(stack: string): Promise<RecordedPair> {
    const record = this.#record(stack);
    const { root } = this.#shared;
    const head = await synthesise(() => runStack(stack, root, this.#shared), {
      stack,
      references: this.#references,
    }).catch(ownWords);
    if (record === undefined) return { base: emptyStack(stack), head };
    const sides = compareWithRecord(record, head);
    for (const urn of sides.uncompared) this.uncompared.add(urn);
    return sides;
  }

  #record(stack: string): RecordedStack | undefined {
    const reading = this.#state.read(stack);
    if (reading.kind === "refused") throw new StateError(reading.reason);
    return reading.kind === "read" ? reading.record : undefined;
  }
}

/** The SDK puts the words of a record that cannot be read into an error of its own; they begin with this. */
function ownWords(error: unknown): never {
  const message = error instanceof Error ? error.message : "";
  const start = message.indexOf(unreadReference);
  if (start === -1) throw error;
  // What follows is the place in the program that asked, which is not at fault.
  throw new StateError(message.slice(start).split(/\n| \(at /)[0] ?? message);
}

const emptyStack = (stack: string): SynthesisedStack => ({ stack, resources: [], outputs: {}, predicted: [] });
