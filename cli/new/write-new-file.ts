import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Writes a file whole or not at all, and never over one that exists.
 *
 * @throws an Error with code EEXIST where somebody else wrote it meanwhile.
 */
export function writeNewFile(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = join(dirname(file), `.${randomBytes(6).toString("hex")}.new`);
  try {
    writeFileSync(draft, text, { flag: "wx" });
    linkSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}
