import { EngineRecord } from "./engine-events.ts";
import { type PulumiExit, runPulumi } from "./run-pulumi.ts";
import { isStackMissing } from "./stack-missing.ts";
import type { StackOperation, StackOperationKind, StackOperationResult } from "./stack-operation.ts";
import { areProvedDead, lockHoldersIn } from "./stale-lock.ts";

const flags: Readonly<Record<StackOperationKind, readonly string[]>> = {
  // A preview of its own would run the program twice.
  up: ["--yes", "--skip-preview"],
  preview: [],
  refresh: ["--yes", "--skip-preview"],
  destroy: ["--yes", "--skip-preview"],
};

/**
 * Runs one engine operation on one stack in a process of its own (the Node SDK mixes up failures between concurrent
 * runs of one process). A stack that does not exist yet is made for `up`; the lock of a run that was killed is taken
 * away when its holder is proved dead.
 *
 * @throws Error where the Pulumi CLI cannot be started.
 */
export async function runStackOperation(request: StackOperation): Promise<StackOperationResult> {
  const first = await attempt(request);
  if (first.kind === "missing" && request.operation === "up") {
    const made = await pulumi(request, ["stack", "init", request.stack, "--non-interactive"]);
    return made.code === 0 ? finish(await attempt(request)) : failed([made.stderr.trim()], 0);
  }
  if (first.kind === "locked" && areProvedDead(lockHoldersIn(first.message))) {
    const cancelled = await pulumi(request, ["cancel", "--yes", "--stack", request.stack]);
    return cancelled.code === 0 ? finish(await attempt(request)) : failed([cancelled.stderr.trim()], 0);
  }
  return finish(first);
}

type Attempt = StackOperationResult | { readonly kind: "locked"; readonly message: string };

const failed = (reasons: readonly string[], seconds: number): StackOperationResult => ({
  kind: "failed",
  reasons,
  seconds,
});

function finish(attempted: Attempt): StackOperationResult {
  return attempted.kind === "locked" ? { kind: "busy", lock: attempted.message } : attempted;
}

async function attempt(request: StackOperation): Promise<Attempt> {
  const startedAt = performance.now();
  const record = new EngineRecord(request.onStep);
  const set = Object.entries(request.configuration ?? {}).flatMap(([key, value]) => ["--config", `${key}=${value}`]);
  const options = ["--non-interactive", "--color", "never", "--stack", request.stack, "--json", ...set];
  const exit = await pulumi(request, [request.operation, ...flags[request.operation], ...options], (line) =>
    record.readLine(line),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  if (exit.code === 0 && record.succeeded) {
    return { kind: "done", changes: record.changes, outputs: record.outputs, seconds };
  }
  if (request.signal?.aborted) return { kind: "interrupted" };
  return explainExit(exit, record.errors, seconds);
}

function explainExit({ code, stderr }: PulumiExit, errors: readonly string[], seconds: number): Attempt {
  if (isStackMissing(stderr)) return { kind: "missing" };
  if (stderr.includes("currently locked by")) return { kind: "locked", message: stderr.trim() };
  const words = stderr.trim();
  const reasons = errors.length > 0 ? errors : [words || `pulumi ended with ${code ?? "a signal"} and said nothing`];
  return failed(reasons, seconds);
}

function pulumi(
  request: StackOperation,
  words: readonly string[],
  onLine?: (line: string) => void,
): Promise<PulumiExit> {
  const { projectFolder, environment, signal } = request;
  return runPulumi({
    arguments: words,
    projectFolder,
    environment,
    ...(onLine ? { onLine } : {}),
    ...(signal ? { signal } : {}),
  });
}
