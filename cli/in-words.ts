import { isRunError } from "../fleet/synth/index.ts";
import { UserError } from "./user-error.ts";

/** What a stack's program says to a person is shown without a stack trace, as `pulumi up` does. @throws always. */
export function inWords(error: unknown): never {
  if (isRunError(error)) throw new UserError(error.message);
  throw error;
}
