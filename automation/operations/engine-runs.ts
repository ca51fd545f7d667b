import { availableParallelism, freemem } from "node:os";
import pLimit from "p-limit";
import { runStackOperation } from "../engine/run-stack-operation.ts";
import type { ResourceStep, StackOperationKind } from "../engine/stack-operation.ts";
import { type DoneOperation, finished } from "./operation-failed-error.ts";

/** What an engine run takes at its peak: the CLI, the launcher, the program and room for large stacks. */
const bytesPerRun = 600 * 1024 ** 2;

/** How many engine runs this machine has cores and memory for at once. */
export const engineRunsAtOnce = (): number =>
  Math.max(1, Math.min(availableParallelism(), Math.floor(freemem() / bytesPerRun)));

export interface EngineSettings {
  /** Folder with `Pulumi.yaml`. */
  readonly projectFolder: string;
  /** The whole environment of the engine. */
  readonly environment: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly onStep?: (stack: string, step: ResourceStep) => void;
}

/** Runs engine operations, as many at once as the machine has cores and memory for. */
export class EngineRuns {
  readonly #settings: EngineSettings;
  readonly #limit = pLimit(engineRunsAtOnce());

  constructor(settings: EngineSettings) {
    this.#settings = settings;
  }

  /** @throws OperationFailedError, OperationInterruptedError */
  run(
    stack: string,
    operation: StackOperationKind,
    configuration: Readonly<Record<string, string>> = {},
  ): Promise<DoneOperation> {
    const { projectFolder, environment, signal, onStep } = this.#settings;
    return this.#limit(async () => {
      const result = await runStackOperation({
        stack,
        operation,
        projectFolder,
        environment,
        configuration,
        ...(onStep ? { onStep: (step) => onStep(stack, step) } : {}),
        ...(signal ? { signal } : {}),
      });
      return finished(stack, operation, result);
    });
  }
}
