import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import type { Integration, IntegrationCatalog } from "../../model/integration.ts";

const load = createRequire(import.meta.url);

/**
 * The products of the catalog; a new file in the folder is a new product. A file is read when its product is asked for.
 *
 * @param folder where they lie; absent: this folder.
 */
export function integrationCatalog(folder: string = import.meta.dirname): IntegrationCatalog {
  const known = new Map<string, Integration>();
  return {
    names: readdirSync(folder)
      .filter((file) => file.endsWith(".ts") && file !== "index.ts")
      .map((file) => basename(file, ".ts").replaceAll("-", "_"))
      .toSorted(),
    find: (name) => {
      const before = known.get(name);
      const found = before ?? readIntegration(name, folder);
      if (found !== undefined && before === undefined) known.set(name, found);
      return found;
    },
  };
}

/** `google-workspace.ts` holds `google_workspace`. @throws TypeError where a file's product is not named like the file. */
function readIntegration(name: string, folder: string): Integration | undefined {
  const file = join(folder, `${name.replaceAll("_", "-")}.ts`);
  if (!/^[a-z][a-z0-9_]*$/.test(name) || name === "index" || !existsSync(file)) return undefined;
  const { product } = load(file) as { readonly product?: Integration };
  if (product?.id !== name) throw new TypeError(`${file} must export a product with the id "${name}"`);
  return product;
}

/** The catalog is the project's own, so it is listed once a process. */
export const integrations: IntegrationCatalog = integrationCatalog();
