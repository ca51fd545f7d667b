import { access, constants, stat } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** The first executable of that name on PATH; undefined where there is none. */
export async function findOnPath(name: string, pathVariable: string): Promise<string | undefined> {
  for (const folder of pathVariable.split(delimiter).filter(Boolean)) {
    const path = join(folder, name);
    if (await isExecutableFile(path)) return path;
  }
  return undefined;
}

/** Whether this process may run the file. */
export async function isExecutableFile(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
