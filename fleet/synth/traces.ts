/** Frames kept while a failure is looked for. */
const framesOfAFailure = 50;

let running = 0;
let limitBefore = Error.stackTraceLimit;

/**
 * Runs `work` without stack traces: the SDK makes several `Error`s for each resource in case something fails, and
 * capturing their stacks is half of a run's time.
 */
export async function withoutTraces<T>(work: () => Promise<T>): Promise<T> {
  return await withLimit(0, work);
}

/** Runs `work` with traces long enough to show the program's own lines. */
export async function withTraces<T>(work: () => Promise<T>): Promise<T> {
  return await withLimit(framesOfAFailure, work);
}

async function withLimit<T>(limit: number, work: () => Promise<T>): Promise<T> {
  if (running === 0) limitBefore = Error.stackTraceLimit;
  running += 1;
  Error.stackTraceLimit = limit;
  try {
    return await work();
  } finally {
    running -= 1;
    if (running === 0) Error.stackTraceLimit = limitBefore;
  }
}
