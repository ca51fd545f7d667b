import { exitCodes } from "./exit-codes.ts";

/** Something the person at the keyboard can mend: shown without a stack, and worded to say what to type next. */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.error) {
    super(message);
    this.exitCode = exitCode;
  }
}
