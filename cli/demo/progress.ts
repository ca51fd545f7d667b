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

/** The engine's counts in words, e.g. `39 created` or `39 unchanged`. */
export function countsOf(changes: Readonly<Record<string, number>>): string {
  const words: Readonly<Record<string, string>> = {
    same: "unchanged",
    create: "created",
    update: "updated",
    delete: "deleted",
    read: "read",
  };
  return Object.entries(changes)
    .filter(([, count]) => count > 0)
    .map(([operation, count]) => `${count} ${words[operation] ?? operation}`)
    .join(", ");
}
