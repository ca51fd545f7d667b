// The Pulumi SDK loads the TypeScript compiler and npm's tree reader at its import, 0.5 s and 70 MB, for the one
// feature that turns functions into code for the cloud, and its Automation API, 0.05 s, for programs that run other
// programs. None of the three is used here. They are replaced while the SDK is loaded; whoever asks for them later gets
// the real ones. Plain JavaScript, since it runs before Node has to understand TypeScript.
import { createRequire } from "node:module";

const load = createRequire(createRequire(import.meta.url).resolve("@pulumi/pulumi"));
const replaced = ["typescript", "@npmcli/arborist", "./automation"].map((name) => ({ name, file: load.resolve(name) }));
const before = new Map(replaced.map(({ file }) => [file, load.cache[file]]));

for (const { name, file } of replaced) {
  load.cache[file] ??= { id: file, filename: file, loaded: true, exports: stubOf(name), children: [], paths: [] };
}
load("./index.js");
for (const [file, module] of before) {
  if (module === undefined) delete load.cache[file];
}

/** Reads as an empty module at import and says why at the first use. */
function stubOf(name) {
  return new Proxy(
    {},
    {
      get(target, key) {
        if (typeof key === "symbol" || key === "__esModule" || key === "then" || key === "default") return target[key];
        throw new Error(`${name} is left out of the Pulumi SDK here; see stacks/sdk-stubs.mjs (asked for ${key})`);
      },
    },
  );
}
