import "../../stacks/sdk-stubs.mjs";
import { runStack } from "../../stacks/program.ts";
import { SharedFiles } from "../../tenants/shared-files.ts";
import type { StackOutputs } from "./references.ts";
import { synthesise } from "./synthesise.ts";
import type { SynthesisedStack } from "./synthesised-stack.ts";

/** What one stack of a fleet came to. */
export type Synthesis =
  | { readonly kind: "synthesised"; readonly stack: SynthesisedStack }
  /** `error` is what the program threw; where it is no problem of a file, its stack names the place. */
  | { readonly kind: "failed"; readonly id: string; readonly error: unknown };

/**
 * Runs the program of one stack, a tenant's or a cell's, from the fleet folder `root`. The stacks that it refers to are
 * answered from their own synthesis.
 *
 * @throws ProblemsError where a file is wrong, or what the program threw.
 */
export async function synthStack(stack: string, root: string): Promise<SynthesisedStack> {
  const shared = new SharedFiles(root);
  return await synthesiseFrom(shared, stack, cachedOutputs(shared));
}

/**
 * Runs the programs of many stacks one after the other and hands each over as soon as it is there, keeping none, so
 * that a fleet of any size needs the memory of one tenant and its cells. One that fails stops no other.
 */
export const synthFleet = (ids: Iterable<string>, root: string): AsyncGenerator<Synthesis> =>
  new FleetSynthesis(new SharedFiles(root)).of(ids);

/** Synthesises stacks of one fleet, and keeps what they refer to from one call to the next. */
export class FleetSynthesis {
  readonly #shared: SharedFiles;
  readonly #references: StackOutputs;

  constructor(shared: SharedFiles) {
    this.#shared = shared;
    this.#references = cachedOutputs(shared);
  }

  /** Hands each stack over as soon as it is there. */
  async *of(ids: Iterable<string>): AsyncGenerator<Synthesis> {
    for (const id of ids) {
      yield await synthesiseFrom(this.#shared, id, this.#references).then(
        (stack): Synthesis => ({ kind: "synthesised", stack }),
        (error: unknown): Synthesis => ({ kind: "failed", id, error }),
      );
    }
  }
}

function synthesiseFrom(shared: SharedFiles, stack: string, references: StackOutputs): Promise<SynthesisedStack> {
  return synthesise(() => runStack(stack, shared.root, shared), { stack, references });
}

/** Outputs of the stacks that others refer to, each synthesised once. */
function cachedOutputs(shared: SharedFiles): StackOutputs {
  const known = new Map<string, Promise<Readonly<Record<string, unknown>>>>();
  const references: StackOutputs = (stack) => {
    const cached = known.get(stack);
    if (cached !== undefined) return cached;
    const outputs = synthesiseFrom(shared, stack, references).then((synthesised) => synthesised.outputs);
    known.set(stack, outputs);
    return outputs;
  };
  return references;
}
