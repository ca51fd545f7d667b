import type { StackOutputs } from "../synth/references.ts";
import { recordedValue } from "./recorded-value.ts";
import { outputsOf } from "./sides-from-record.ts";
import { StateError } from "./state-error.ts";
import type { StateFolder } from "./state-folder.ts";

/** What the words of a reference that cannot be answered begin with. */
export const unreadReference = "a stack whose outputs are read, ";

/**
 * Answers stack references from records, each read once.
 *
 * The answer throws a StateError where the stack that is referred to is not on record or its record cannot be read.
 */
export function recordedReferences(state: StateFolder): StackOutputs {
  const known = new Map<string, Promise<Readonly<Record<string, unknown>>>>();
  return (stack) => {
    const cached = known.get(stack) ?? readOutputs(state, stack);
    known.set(stack, cached);
    return cached;
  };
}

async function readOutputs(state: StateFolder, stack: string): Promise<Readonly<Record<string, unknown>>> {
  const reading = state.read(stack);
  if (reading.kind === "refused") throw new StateError(`${unreadReference}${stack}: ${reading.reason}`);
  if (reading.kind === "absent") {
    throw new StateError(
      `${unreadReference}${stack}, is not on record in ${state.folder}. Bring it up first, or export it there too: pulumi stack export --stack ${stack} --file ${stack}.json`,
    );
  }
  return recordedValue(outputsOf(reading.record), undefined, { unknown: 0 }) as Readonly<Record<string, unknown>>;
}
