import "../../stacks/sdk-stubs.mjs";
import * as pulumi from "@pulumi/pulumi";
import * as runtimeState from "@pulumi/pulumi/runtime/state.js";
import { ProblemsError } from "../../model/problems.ts";
import { RecordingMonitor } from "./monitor.ts";
import { OutputNames } from "./output-names.ts";
import type { StackOutputs } from "./references.ts";
import { withRejections } from "./rejections.ts";
import { withShortcuts, withTraces } from "./shortcuts.ts";
import type { Prediction, SynthesisedStack } from "./synthesised-stack.ts";

/** A stack's program: declares resources and returns the stack's outputs. */
export type StackProgram = () => Promise<Record<string, unknown> | undefined> | Record<string, unknown> | undefined;

/** Which stack a program is run as. */
export interface SynthesisRequest {
  readonly stack: string;
  /** Default: `tenantry`. */
  readonly project?: string;
  /** Default: `organization`, the name that backends without organizations use. */
  readonly organization?: string;
  /** Answers the outputs of other stacks. Without it, a stack reference is an error. */
  readonly references?: StackOutputs;
  /** Whether the program sees `pulumi.runtime.isDryRun()`. Default: false. */
  readonly preview?: boolean;
}

/** Not part of the SDK's declarations: runs `callback` with state of its own. */
const { withLocalStorage } = runtimeState as unknown as { withLocalStorage<T>(callback: () => T): T };

/**
 * Runs `program` in this process, without an engine or a cloud, and returns what it declares.
 *
 * Each run has a store of its own, so runs neither see nor keep each other's state. Values that the cloud makes are
 * placeholders (`predictions/`), listed in `predicted`.
 *
 * @throws what the program threw, an unhandled rejection inside it included, with the stack of its place.
 */
export async function synthesise(program: StackProgram, request: SynthesisRequest): Promise<SynthesisedStack> {
  try {
    return await withShortcuts(() => run(program, request));
  } catch (failure) {
    if (failure instanceof ProblemsError) throw failure;
    return await withTraces(() => run(program, request)).then(() => Promise.reject(failure));
  }
}

function run(program: StackProgram, request: SynthesisRequest): Promise<SynthesisedStack> {
  const {
    stack,
    project = "tenantry",
    organization = "organization",
    references = noReferences,
    preview = false,
  } = request;
  const outputNames = new OutputNames();
  const monitor = new RecordingMonitor({ project, stack, organization, references, outputNames });
  return withRejections(() =>
    withLocalStorage(async () => {
      pulumi.runtime.setMockOptions(monitor, project, stack, preview, organization);
      let names: readonly string[] = [];
      await pulumi.runtime.runInPulumiStack(async () => {
        pulumi.runtime.registerStackTransformation(outputNames.observe);
        const returned = await program();
        names = Object.keys(returned ?? {});
        return returned;
      });
      await pulumi.runtime.disconnect();
      return stackOf(stack, monitor, names);
    }),
  );
}

function stackOf(
  stack: string,
  { resources, outputs, predicted }: RecordingMonitor,
  names: readonly string[],
): SynthesisedStack {
  let used: readonly Prediction[] | undefined;
  return {
    stack,
    resources,
    outputs: inOrder(outputs, names),
    // Most of a fleet's stacks are never asked for it.
    get predicted() {
      used ??= withoutUnused(predicted, resources, outputs);
      return used;
    },
  };
}

/** As the program returned them: the SDK hands them over in the order in which they were settled. */
const inOrder = (outputs: SynthesisedStack["outputs"], names: readonly string[]): SynthesisedStack["outputs"] =>
  Object.fromEntries(names.flatMap((name) => (Object.hasOwn(outputs, name) ? [[name, outputs[name]]] : [])));

const unpredictedMark = "[unpredicted: ";

/** An output that the table does not have is only worth a line where something reads it. */
function withoutUnused(predicted: readonly Prediction[], resources: unknown, outputs: unknown): readonly Prediction[] {
  const isMarked = ({ value }: Prediction): boolean => typeof value === "string" && value.startsWith(unpredictedMark);
  if (!predicted.some(isMarked)) return predicted;
  const read = JSON.stringify([resources, outputs]);
  return predicted.filter((prediction) => !isMarked(prediction) || read.includes(String(prediction.value)));
}

function noReferences(stack: string): never {
  throw new Error(`nothing answers the outputs of the stack ${stack} here`);
}
