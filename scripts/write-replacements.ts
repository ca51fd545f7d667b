// Writes which property of which type cannot change in place, from the providers' definitions of the embedded cloud.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { replacementFiles } from "./replacement-files.ts";

const folder = join(import.meta.dirname, "../catalog/replacements");
mkdirSync(folder, { recursive: true });
for (const [name, text] of replacementFiles()) {
  writeFileSync(join(folder, name), text);
}
