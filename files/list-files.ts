import { existsSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";

/** What a person's files end in; anything else in a folder is not looked at. */
const extensions = new Set([".yaml", ".yml", ".json"]);

/** Whether a name is that of a file that people declare things in. */
const isDeclaration = (name: string): boolean => extensions.has(extname(name)) && !name.startsWith(".");

/** Paths of a folder's declarations, sorted; none where the folder does not exist. */
export function listDeclarations(folder: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter(isDeclaration)
        .toSorted()
        .map((name) => join(folder, name))
    : [];
}
