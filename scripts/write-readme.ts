// Draws the README's picture of the folders from the code.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readmeWithMap } from "./readme-map.ts";

writeFileSync(join(import.meta.dirname, "../README.md"), readmeWithMap());
