import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import type { AiModel } from "../../model/ai-model.ts";

const load = createRequire(import.meta.url);
const known = new Map<string, AiModel>();

/**
 * The model of this alias; only its own file is read, and once a process. Undefined where the catalog has none.
 *
 * @param folder where models lie; absent: this folder.
 * @throws TypeError where the file's model is not named like the file.
 */
export function findModel(alias: string, folder: string = import.meta.dirname): AiModel | undefined {
  const file = join(folder, `${alias}.ts`);
  const before = known.get(file);
  if (before !== undefined) return before;
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(alias) || alias === "index" || !existsSync(file)) return undefined;
  const { model } = load(file) as { readonly model?: AiModel };
  if (model?.alias !== alias) throw new TypeError(`${file} must export a model with the alias "${alias}"`);
  known.set(file, model);
  return model;
}

/** Aliases of every model of the catalog; a new file in the folder is a new model. */
export const modelAliases = (folder: string = import.meta.dirname): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && file !== "index.ts")
    .map((file) => basename(file, ".ts"))
    .toSorted();
