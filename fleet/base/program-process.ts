import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { ComparisonError } from "./comparison-error.ts";
import type { ProgramAnswer, ProgramRequest, SentOutcome } from "./program-messages.ts";
import { wordsOf } from "./sent-error.ts";

/** Stacks that are made before anyone asks for them, so that both processes have work. */
const stacksAhead = 8;
/** Of what the process complained about, when it ended by itself. */
const keptCharacters = 2000;

type Settle = { readonly take: (answer: ProgramAnswer) => void; readonly fail: (error: Error) => void };

/** The base's program in a process of its own; answers travel by its channel only and are written nowhere. */
export class ProgramProcess {
  readonly #child: ChildProcess;
  readonly #ready: Promise<void>;
  readonly #open = new Map<number, Settle>();
  #complaints = "";
  #ended: Error | undefined;
  #lastRequest = 0;

  /** @param program folder of the base's program. @param root folder of the base's fleet. */
  constructor(program: string, root: string) {
    this.#child = fork(join(import.meta.dirname, "program-child.ts"), [program, root], {
      serialization: "advanced",
      execArgv: ["--disable-warning=ExperimentalWarning"],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#child.stderr?.on("data", (chunk: Buffer) => {
      this.#complaints = `${this.#complaints}${chunk.toString()}`.slice(-keptCharacters);
    });
    this.#ready = new Promise((resolve, reject) => {
      this.#open.set(0, {
        take: (answer) => (answer.kind === "ready" ? resolve() : reject(loadError(answer))),
        fail: reject,
      });
    });
    // Who asks is told; without anybody asking, a program that cannot be loaded is nobody's trouble.
    this.#ready.catch(() => undefined);
    this.#child.on("message", (answer: ProgramAnswer) => this.#take(answer));
    this.#child.on("error", (error) => this.#end(error));
    this.#child.on("close", () =>
      this.#end(
        new ComparisonError(`The program of the base ended by itself: ${this.#complaints.trim() || "it said nothing"}`),
      ),
    );
    this.#rest();
  }

  /** @throws ComparisonError where the base's program cannot be loaded or ends by itself. */
  async plans(ids: readonly string[]): Promise<readonly SentOutcome[]> {
    await this.#whenReady();
    const request = this.#next();
    return await new Promise((resolve, reject) => {
      this.#ask(
        { kind: "plans", request, ids },
        {
          take: (answer) => {
            this.#close(request);
            resolve(answer.kind === "plans" ? answer.outcomes : []);
          },
          fail: reject,
        },
      );
    });
  }

  /** Stacks in the order asked for. @throws ComparisonError where the base's program cannot be loaded or ends by itself. */
  async *synthesise(stacks: readonly string[]): AsyncGenerator<SentOutcome> {
    await this.#whenReady();
    const request = this.#next();
    const arrived: ProgramAnswer[] = [];
    let failure: Error | undefined;
    let wake: () => void = () => {};
    this.#ask(
      { kind: "synthesise", request, stacks, ahead: stacksAhead },
      {
        take: (answer) => {
          arrived.push(answer);
          wake();
        },
        fail: (error) => {
          failure = error;
          wake();
        },
      },
    );
    try {
      for (;;) {
        const answer = arrived.shift();
        if (answer?.kind === "stack") {
          this.#send({ kind: "more", request });
          yield answer.outcome;
        } else if (answer !== undefined) {
          return;
        } else if (failure !== undefined) {
          throw failure;
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      this.#send({ kind: "stop", request });
      this.#close(request);
    }
  }

  /** Ends the process. Safe to call twice. */
  end(): void {
    this.#child.kill();
  }

  async #whenReady(): Promise<void> {
    this.#child.channel?.ref();
    this.#child.ref();
    try {
      await this.#ready;
    } finally {
      this.#rest();
    }
  }

  #next(): number {
    this.#lastRequest += 1;
    return this.#lastRequest;
  }

  #ask(message: ProgramRequest, settle: Settle): void {
    this.#open.set(message.request, settle);
    this.#child.channel?.ref();
    this.#child.ref();
    if (this.#ended === undefined) this.#send(message);
    else settle.fail(this.#ended);
  }

  #send(message: ProgramRequest): void {
    if (this.#child.connected) this.#child.send(message);
  }

  #close(request: number): void {
    this.#open.delete(request);
    this.#rest();
  }

  /** While nothing is asked, the process keeps nobody from ending. */
  #rest(): void {
    if ([...this.#open.keys()].some((request) => request > 0)) return;
    this.#child.channel?.unref();
    this.#child.unref();
  }

  #take(answer: ProgramAnswer): void {
    this.#open.get("request" in answer ? answer.request : 0)?.take(answer);
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { fail } of this.#open.values()) fail(this.#ended);
    this.#open.clear();
  }
}

function loadError(answer: ProgramAnswer): ComparisonError {
  if (answer.kind === "unloadable" && answer.missing !== undefined) {
    return new ComparisonError(
      `The program of the base is too old to be compared with: it has no ${answer.missing}. Compare with a newer commit (--base), or with the same fleet under today's program.`,
    );
  }
  const words = answer.kind === "unloadable" && answer.error !== undefined ? wordsOf(answer.error) : answer.kind;
  return new ComparisonError(
    `The program of the base cannot be loaded: ${words}\nIt runs with the packages that are installed in the checkout. Where it needs others, compare with a commit that has today's package-lock.json.`,
  );
}
