// The command line: the bundle where it was made from exactly these sources, the sources otherwise. Plain JavaScript,
// since loading TypeScript for a few lines would cost a part of what the bundle saves.
import { createRequire, enableCompileCache } from "node:module";
import { join } from "node:path";
import { freshBundle } from "../stacks/bundle.mjs";

// Code is compiled once and not at every start; where the folder cannot be written, as before.
enableCompileCache(join(import.meta.dirname, "../.tenantry/compiled"));
const bundle = freshBundle("cli");
if (bundle === undefined) await import("./main.ts");
else createRequire(import.meta.url)(bundle);
