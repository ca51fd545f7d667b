import "../../stacks/sdk-stubs.mjs";
import { createRequire } from "node:module";
import * as pulumi from "@pulumi/pulumi";
import structProtocol from "google-protobuf/google/protobuf/struct_pb.js";
import { resolveLazily, transferLazily } from "./lazy-outputs.ts";
import { propertyFunctions } from "./sdk-properties.ts";

/** Frames kept while a failure is looked for. */
const framesOfAFailure = 50;

/** What the SDK does for each resource and promise in case something fails, or to reach another process: most of a run. */
interface SdkEffort {
  /** Reads the place in the source where a resource is made, with an unlimited stack. */
  readonly resource: { stackTrace: (skip: number) => readonly unknown[] };
  /** Notes a stack on a promise and keeps it in a list until it is settled. */
  readonly promises: { debuggablePromise: <T>(promise: Promise<T>, context: unknown) => Promise<T> };
  /** Turns properties into protobuf messages, which the monitor in this process would only turn back. */
  readonly messages: { fromJavaScript: (properties: Readonly<Record<string, unknown>>) => unknown };
}

/** Loaded as the SDK's own modules load it, so that both see one object. */
const sdk: SdkEffort = {
  resource: pulumi.Resource as unknown as SdkEffort["resource"],
  promises: createRequire(import.meta.url)("@pulumi/pulumi/runtime/debuggable.js"),
  messages: structProtocol.Struct as unknown as SdkEffort["messages"],
};
const { stackTrace } = sdk.resource;
const { debuggablePromise } = sdk.promises;
const { fromJavaScript } = sdk.messages;
const { transferProperties, resolveProperties } = propertyFunctions;

let running = 0;
let limitBefore = Error.stackTraceLimit;

/** Runs `work` without stack traces, the SDK's list of open promises and messages for another process. */
export async function withShortcuts<T>(work: () => Promise<T>): Promise<T> {
  return await during(work, 0);
}

/** Runs `work` as the SDK would, with traces long enough to show the program's own lines. */
export async function withTraces<T>(work: () => Promise<T>): Promise<T> {
  return await during(work, framesOfAFailure);
}

async function during<T>(work: () => Promise<T>, frames: number): Promise<T> {
  if (running === 0) limitBefore = Error.stackTraceLimit;
  running += 1;
  choose(frames === 0, frames);
  try {
    return await work();
  } finally {
    running -= 1;
    if (running === 0) choose(false, limitBefore);
  }
}

function choose(isShort: boolean, frames: number): void {
  Error.stackTraceLimit = frames;
  sdk.resource.stackTrace = isShort ? () => [] : stackTrace;
  sdk.promises.debuggablePromise = isShort ? (promise) => promise : debuggablePromise;
  sdk.messages.fromJavaScript = isShort ? carrierOf : fromJavaScript;
  propertyFunctions.transferProperties = isShort ? transferLazily : transferProperties;
  propertyFunctions.resolveProperties = isShort ? resolveLazily : resolveProperties;
}

/** An empty message that a request takes as one, and whose properties the monitor reads as they were given. */
const carrierOf: SdkEffort["messages"]["fromJavaScript"] = (properties) =>
  Object.assign(new structProtocol.Struct(), { toJavaScript: () => properties });
