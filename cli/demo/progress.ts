import colors from "picocolors";

/** One line a step on stderr, so that a terminal, a log file and CI read the same. */
export class Progress {
  readonly #startedAt = Date.now();

  /** `subject` is what it is about: a stack, a program, the sandbox. */
  line(subject: string, text: string): void {
    const seconds = ((Date.now() - this.#startedAt) / 1000).toFixed(1).padStart(6);
    process.stderr.write(`${colors.dim(`${seconds} s`)}  ${subject.padEnd(24)} ${text}\n`);
  }
}
