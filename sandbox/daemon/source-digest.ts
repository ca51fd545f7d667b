import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const sourceFolder = join(import.meta.dirname, "..");

/** Changes when any source of the sandbox does, so that a daemon of older sources is not joined. */
export function sourceDigest(): string {
  const hash = createHash("sha256");
  for (const file of readdirSync(sourceFolder, { recursive: true, encoding: "utf8" }).sort()) {
    const path = join(sourceFolder, file);
    const { size, mtimeMs } = statSync(path);
    if (path.endsWith(".ts") || path.endsWith(".json")) hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
}
