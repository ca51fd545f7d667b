// Draws the README's picture of the folders, and writes its table of what a tenant owns, from the code.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { withCapabilities } from "./readme-capabilities.ts";
import { readmeWithMap } from "./readme-map.ts";

writeFileSync(join(import.meta.dirname, "../README.md"), await withCapabilities(readmeWithMap()));
