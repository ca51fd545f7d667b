import { basename, extname } from "node:path";
import type { Located } from "../model/located.ts";
import type { Problem } from "../model/problems.ts";
import { problemAt } from "./refusal.ts";

/** The name that a file gives to what it declares: `acme-corp` for `tenants/acme-corp.yaml`. */
export const nameOfFile = (file: string): string => basename(file, extname(file));

/** An `id` that differs from the file's name, as letters count: `Acme` is not `acme`. Nothing is said of a missing id. */
export function findFileNameProblems(document: Located, id: string | undefined): readonly Problem[] {
  const name = nameOfFile(document.file);
  if (id === undefined || name === id) {
    return [];
  }
  return [
    problemAt(document.placeOf(["id"]), {
      code: "ID_FILE_MISMATCH",
      path: "id",
      message: "differs from the file's name",
      found: id,
      allowed: name,
      suggestion: `write id: ${name}, or rename the file to ${id}${extname(document.file)}`,
    }),
  ];
}
