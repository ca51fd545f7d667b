// What Pulumi starts (`main` in Pulumi.yaml): the bundle where it was made from exactly these sources, the sources
// otherwise. Plain JavaScript, so that a Node too old for TypeScript can still say so.
import { createRequire, enableCompileCache } from "node:module";
import { join } from "node:path";

const oldest = [22, 18];
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

async function loadProgram() {
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    const { RunError } = createRequire(import.meta.url)("@pulumi/pulumi");
    throw new RunError(
      `Node ${process.versions.node} is too old: the program is TypeScript that Node ${oldest.join(".")} or newer runs itself. Put a newer Node first on PATH; \`eval "$(tenantry sandbox env)"\` does so with the project's own.`,
    );
  }
  await lightenHost();
  await import("./sdk-stubs.mjs");
  const { freshBundle } = await import("./bundle.mjs");
  const bundle = freshBundle();
  return bundle === undefined ? await import("./index.ts") : createRequire(import.meta.url)(bundle);
}

/**
 * Switches off what the SDK's launcher has set up for functions that become resources, which no program here has, and
 * for stack traces: it translates every trace by source maps (the SDK takes one for each promise: 0.4 s and 150 MB of
 * maps, where Node's own traces name the right lines of sources that it runs as they are), and it debugs itself by an
 * inspector session, which is told of every script. What was compiled is kept for the next start.
 */
async function lightenHost() {
  Error.prepareStackTrace = undefined;
  const { getSessionAsync } = createRequire(import.meta.url)("@pulumi/pulumi/runtime/closure/v8Hooks.js");
  const session = await getSessionAsync();
  session.disconnect();
  enableCompileCache(join(import.meta.dirname, "../dist/compile-cache"));
}

export default async () => {
  const { declareStack } = await loadProgram();
  return await declareStack();
};
