// What the SDK's launcher does in case something goes wrong costs more than the program itself. Each part is switched off
// here for a reason of its own; a failure is still told, with the right lines.
import { createRequire, enableCompileCache } from "node:module";
import { join } from "node:path";

const load = createRequire(import.meta.url);

/** Before the SDK and the program are loaded, in the launcher's process. What is compiled is kept for the next start. */
export async function lightenHost() {
  enableCompileCache(join(import.meta.dirname, "../dist/compile-cache"));
  leaveTracesToNode();
  keepQuiet();
  await endInspection();
  await import("./sdk-stubs.mjs");
  leavePlacesOut();
}

/**
 * The launcher translates every trace by source maps, and the SDK takes a trace for each promise: 0.4 s and 150 MB of
 * maps. Node runs the sources as they are, so its own traces name the right lines.
 */
function leaveTracesToNode() {
  Error.prepareStackTrace = undefined;
}

/** An inspector session that is told of every script, for functions that become resources, which no program here has. */
async function endInspection() {
  const { getSessionAsync } = load("@pulumi/pulumi/runtime/closure/v8Hooks.js");
  const session = await getSessionAsync();
  session.disconnect();
}

/** Five debug messages for each resource, one after the other, each a call of the engine, which throws them away. */
function keepQuiet() {
  load("@pulumi/pulumi/log/index.js").debug = () => Promise.resolve();
}

/** The place in the source of each resource: with the machine's paths in it, the state would differ by who ran it last. */
function leavePlacesOut() {
  load("@pulumi/pulumi").Resource.stackTrace = () => [];
}
