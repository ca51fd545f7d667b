// A process of its own for the base's program, which must not meet the head's in one: it is started with the folder of
// that program and the folder of the fleet. Only the base's files are loaded here, and they are loaded by their paths.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packSecrets } from "./packed-secrets.ts";
import type { ProgramAnswer, ProgramRequest, SentError, SentOutcome } from "./program-messages.ts";

/** What is called of the base's program, as far back as there is a comparison. */
interface BaseProgram {
  readonly readTenantPlan: (id: string, root: string, shared: object) => { readonly plan: unknown };
  readonly SharedFiles: new (root: string) => object;
  readonly synthFleet: (stacks: readonly string[], root: string) => AsyncIterable<BaseSynthesis>;
}

type BaseSynthesis =
  | { readonly kind: "synthesised"; readonly stack: { readonly stack: string } }
  | { readonly kind: "failed"; readonly id: string; readonly error: unknown };

const entryPoints = {
  readTenantPlan: "tenants/read-plans.ts",
  SharedFiles: "tenants/shared-files.ts",
  synthFleet: "fleet/synth/fleet.ts",
} as const;

const [programFolder = "", root = ""] = process.argv.slice(2);
const send = (answer: ProgramAnswer): void => void process.send?.(answer);

/** How many stacks each open request may still send, and who waits for one more. */
const credits = new Map<number, { left: number; wake?: (() => void) | undefined }>();

/** The base's program as a whole, or which of its entry points it does not have. */
async function load(): Promise<{ readonly program: BaseProgram } | { readonly missing: string }> {
  const loaded: Record<string, unknown> = {};
  for (const [name, path] of Object.entries(entryPoints)) {
    const file = join(programFolder, path);
    if (!existsSync(file)) return { missing: path };
    const module: Record<string, unknown> = await import(pathToFileURL(file).href);
    if (typeof module[name] !== "function") return { missing: `${name} in ${path}` };
    loaded[name] = module[name];
  }
  return { program: loaded as unknown as BaseProgram };
}

function sentError(error: unknown): SentError {
  const { name = "Error", message = String(error), stack = "", problems } = error as Error & { problems?: unknown };
  if (name === "ProblemsError" && Array.isArray(problems)) return { kind: "problems", problems };
  if (typeof error === "object" && error !== null && "__pulumiRunError" in error) return { kind: "words", message };
  return { kind: "defect", name, message, stack };
}

function answerPlans(program: BaseProgram, request: number, ids: readonly string[]): void {
  // Files are put down between two requests, so nothing is kept from one to the next.
  const shared = new program.SharedFiles(root);
  const outcomes = ids.map((id): SentOutcome => {
    try {
      return { kind: "done", id, value: packSecrets(program.readTenantPlan(id, root, shared).plan) };
    } catch (error) {
      return { kind: "failed", id, error: sentError(error) };
    }
  });
  send({ kind: "plans", request, outcomes });
}

async function answerStacks(program: BaseProgram, request: number, stacks: readonly string[]): Promise<void> {
  for await (const synthesis of program.synthFleet(stacks, root)) {
    await mayContinue(request);
    if (!credits.has(request)) return;
    const outcome: SentOutcome =
      synthesis.kind === "synthesised"
        ? { kind: "done", id: synthesis.stack.stack, value: packSecrets(synthesis.stack) }
        : { kind: "failed", id: synthesis.id, error: sentError(synthesis.error) };
    send({ kind: "stack", request, outcome });
  }
  credits.delete(request);
  send({ kind: "end", request });
}

/** Waits until the asker wants one more, or none. */
async function mayContinue(request: number): Promise<void> {
  const credit = credits.get(request);
  if (credit === undefined) return;
  if (credit.left === 0) await new Promise<void>((resolve) => Object.assign(credit, { wake: resolve }));
  credit.left -= 1;
}

function addCredit(request: number): void {
  const credit = credits.get(request);
  if (credit === undefined) return;
  credit.left += 1;
  credit.wake?.();
  credit.wake = undefined;
}

function stop(request: number): void {
  const credit = credits.get(request);
  credits.delete(request);
  credit?.wake?.();
}

function answer(program: BaseProgram, message: ProgramRequest): void {
  const { kind, request } = message;
  if (kind === "plans") answerPlans(program, request, message.ids);
  if (kind === "more") addCredit(request);
  if (kind === "stop") stop(request);
  if (kind === "synthesise") {
    credits.set(request, { left: message.ahead });
    // A failure of the program as a whole ends this process, which the asker is told of.
    answerStacks(program, request, message.stacks).catch(fail);
  }
}

/** Says a last word and closes the channel, which ends the process. */
function end(answer: ProgramAnswer): void {
  process.send?.(answer, () => process.disconnect());
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

// Whoever asked is gone.
process.on("disconnect", () => process.exit());

await load().then(
  (loaded) => {
    if ("missing" in loaded) return end({ kind: "unloadable", ...loaded });
    process.on("message", (message: ProgramRequest) => answer(loaded.program, message));
    send({ kind: "ready" });
  },
  (error: unknown) => end({ kind: "unloadable", error: sentError(error) }),
);
