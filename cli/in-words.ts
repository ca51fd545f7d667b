import { ComparisonError } from "../fleet/base/comparison-error.ts";
import { isRunError } from "../fleet/synth/index.ts";
import { UserError } from "./user-error.ts";

/** What a stack's program or a comparison says to a person is shown without a stack trace. @throws always. */
export function inWords(error: unknown): never {
  if (isRunError(error) || error instanceof ComparisonError) throw new UserError(error.message);
  throw error;
}
