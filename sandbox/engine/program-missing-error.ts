import type { Program } from "./program.ts";

/** One place where a program was looked for, and why it was not had there. */
export interface Attempt {
  readonly place: string;
  readonly reason: string;
}

/** A program could be had in no way; the message says what to install and where it was looked for. */
export class ProgramMissingError extends Error {
  override readonly name = "ProgramMissingError";
  readonly code = "PROGRAM_MISSING";
  readonly program: string;
  readonly attempts: readonly Attempt[];

  constructor(program: Program, attempts: readonly Attempt[]) {
    const tried = attempts.map(({ place, reason }) => `  ${place}: ${reason}`);
    super(
      [
        `${program.name} ${program.version} is needed and could not be had.`,
        "Looked for:",
        ...tried,
        `Install it by hand, so that it is on PATH: ${program.homepage}`,
      ].join("\n"),
    );
    this.program = program.name;
    this.attempts = attempts;
  }
}
