// What Pulumi starts (`main` in Pulumi.yaml): the bundle where it was made from exactly these sources, the sources
// otherwise. Plain JavaScript, so that a Node too old for TypeScript can still say so.
import { createRequire } from "node:module";

const oldest = [22, 18];
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

async function loadProgram() {
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    const { RunError } = createRequire(import.meta.url)("@pulumi/pulumi");
    throw new RunError(
      `Node ${process.versions.node} is too old: the program is TypeScript that Node ${oldest.join(".")} or newer runs itself. Put a newer Node first on PATH; \`eval "$(tenantry sandbox env)"\` does so with the project's own.`,
    );
  }
  const { lightenHost } = await import("./light-host.mjs");
  await lightenHost();
  const { freshBundle } = await import("./bundle.mjs");
  const bundle = freshBundle("program");
  return bundle === undefined ? await import("./index.ts") : createRequire(import.meta.url)(bundle);
}

export default async () => {
  const { declareStack } = await loadProgram();
  return await declareStack();
};
