import { createRequire } from "node:module";
import * as pulumi from "@pulumi/pulumi";

/** Frames kept while a failure is looked for. */
const framesOfAFailure = 50;

/** What the SDK does for each resource and promise in case something fails: more than half of a run's time. */
interface SdkDebugging {
  /** Reads the place in the source where a resource is made, with an unlimited stack. */
  readonly resource: { stackTrace: (skip: number) => readonly unknown[] };
  /** Notes a stack on a promise and keeps it in a list until it is settled. */
  readonly promises: { debuggablePromise: <T>(promise: Promise<T>, context: unknown) => Promise<T> };
}

/** Loaded as the SDK's own modules load it, so that both see one object. */
const sdk: SdkDebugging = {
  resource: pulumi.Resource as unknown as SdkDebugging["resource"],
  promises: createRequire(import.meta.url)("@pulumi/pulumi/runtime/debuggable.js"),
};
const { stackTrace } = sdk.resource;
const { debuggablePromise } = sdk.promises;

let running = 0;
let limitBefore = Error.stackTraceLimit;

/** Runs `work` without stack traces and without the SDK's list of open promises. */
export async function withoutTraces<T>(work: () => Promise<T>): Promise<T> {
  return await during(work, 0);
}

/** Runs `work` with traces long enough to show the program's own lines. */
export async function withTraces<T>(work: () => Promise<T>): Promise<T> {
  return await during(work, framesOfAFailure);
}

async function during<T>(work: () => Promise<T>, frames: number): Promise<T> {
  if (running === 0) limitBefore = Error.stackTraceLimit;
  running += 1;
  debug(frames > 0, frames);
  try {
    return await work();
  } finally {
    running -= 1;
    if (running === 0) debug(true, limitBefore);
  }
}

function debug(on: boolean, frames: number): void {
  Error.stackTraceLimit = frames;
  sdk.resource.stackTrace = on ? stackTrace : () => [];
  sdk.promises.debuggablePromise = on ? debuggablePromise : (promise) => promise;
}
