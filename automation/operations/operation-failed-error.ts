import type { StackOperationResult } from "../engine/stack-operation.ts";

/** An engine run that did not finish, worded for the operator: the reasons are the engine's and the cloud's own. */
export class OperationFailedError extends Error {
  override readonly name = "OperationFailedError";
  readonly reasons: readonly string[];

  constructor(stackName: string, operation: string, reasons: readonly string[]) {
    super(
      [
        `${operation} of stack ${stackName} failed; what was made so far is recorded, and the next run goes on from there:`,
        ...reasons.map((reason) => `  ${reason}`),
      ].join("\n"),
    );
    this.reasons = reasons;
  }
}

/** The run was asked to stop; the stack's state says where the next run goes on. */
export class OperationInterruptedError extends Error {
  override readonly name = "OperationInterruptedError";
}

export type DoneOperation = Extract<StackOperationResult, { kind: "done" }>;

/**
 * The result of a run that must have finished.
 *
 * @throws OperationFailedError, OperationInterruptedError
 */
export function finished(stackName: string, operation: string, result: StackOperationResult): DoneOperation {
  switch (result.kind) {
    case "done":
      return result;
    case "interrupted":
      throw new OperationInterruptedError(`${operation} of stack ${stackName} was interrupted`);
    case "missing":
      throw new OperationFailedError(stackName, operation, ["the stack does not exist; `up` makes it"]);
    case "busy":
      throw new OperationFailedError(stackName, operation, [`somebody else is at work on it: ${result.lock}`]);
    case "failed":
      throw new OperationFailedError(stackName, operation, result.reasons);
  }
}
