import { ConfigurationError } from "../../automation/configuration/configuration-error.ts";
import { OperationFailedError } from "../../automation/operations/operation-failed-error.ts";
import { ProgramMissingError, SandboxStoppedError } from "../../sandbox/index.ts";
import { UserError } from "../user-error.ts";

const mendable = [ConfigurationError, OperationFailedError, ProgramMissingError, SandboxStoppedError];

/** Runs an action; what a person can mend is shown without a stack. */
export async function inWords<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw error instanceof Error && mendable.some((kind) => error instanceof kind)
      ? new UserError(error.message)
      : error;
  }
}
