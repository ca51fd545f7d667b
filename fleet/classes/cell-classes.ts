import { readFileSync } from "node:fs";
import { listCellFiles } from "../../cells/index.ts";
import { nameOfFile } from "../../files/named-file.ts";
import type { Comparison } from "../base/fleet-side.ts";

const identityLine = /^(id|account_id): +("?)[a-z0-9-]+\2(?: +#[^\n]*)?$/gm;

/**
 * Cell → the class that it is in: cells of a class have the same file but for id and account, before as well as after,
 * so that what an edit does to one of them it does to all.
 */
export function cellClasses({ base, head }: Pick<Comparison, "base" | "head">): ReadonlyMap<string, string> {
  const before = restsOfCells(base.root);
  const after = restsOfCells(head.root);
  const classes = new Map<string, string>();
  const ids = new Set([...before.keys(), ...after.keys()]);
  return new Map(
    [...ids].map((id) => {
      const key = JSON.stringify([before.get(id) ?? null, after.get(id) ?? null]);
      const name = classes.get(key) ?? `cells like ${id}`;
      classes.set(key, name);
      return [id, name];
    }),
  );
}

/** Cell → its file without what tells it from others; a file in which that is not found is like no other. */
function restsOfCells(root: string): ReadonlyMap<string, string> {
  return new Map(
    listCellFiles(root).map((file) => {
      const id = nameOfFile(file);
      const text = readFileSync(file, "utf8");
      const found = [...text.matchAll(identityLine)];
      const names = found.map((match) => match[1]);
      const isSimple = found.length === 2 && names.includes("id") && names.includes("account_id");
      return [id, isSimple ? text.replaceAll(identityLine, "\u0000") : `${id}\u0000${text}`];
    }),
  );
}
