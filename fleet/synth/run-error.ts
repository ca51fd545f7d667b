import "../../stacks/sdk-stubs.mjs";
import * as pulumi from "@pulumi/pulumi";

/** Whether the program ended with words for a person (`pulumi.RunError`), which are shown without a stack. */
export function isRunError(error: unknown): error is Error {
  return error instanceof Error && pulumi.RunError.isInstance(error);
}
