import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import type { Framework } from "../../model/framework.ts";

const load = createRequire(import.meta.url);

/**
 * Every framework of the catalog; a new file in the folder is a new framework.
 *
 * @param folder where they lie; absent: this folder. A bundle passes the folder of the sources.
 * @throws TypeError where a file's framework is not named like the file.
 */
export function readFrameworks(folder: string = import.meta.dirname): readonly Framework[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts") && file !== "index.ts");
  return files.toSorted().map((file) => readFramework(join(folder, file)));
}

/** `pci-dss.ts` holds the framework `pci_dss`. */
function readFramework(file: string): Framework {
  const id = basename(file, ".ts").replaceAll("-", "_");
  const { framework } = load(file) as { framework?: Framework };
  if (framework?.id !== id) {
    throw new TypeError(`${file} must export a framework with the id "${id}"`);
  }
  return framework;
}
