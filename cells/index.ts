import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkDocument } from "../files/check-document.ts";
import type { SourceDocument } from "../files/document.ts";
import { listDeclarations } from "../files/list-files.ts";
import { findFileNameProblems } from "../files/named-file.ts";
import { readDocument } from "../files/read-document.ts";
import type { Problem } from "../model/problems.ts";
import { CellSpec } from "../model/specs/cell-spec.ts";
import { findCellProblems } from "./cell-problems.ts";

/** A cell as its file says it. */
export interface Cell {
  readonly spec: CellSpec;
  readonly document: SourceDocument;
}

export type CellReading =
  | { readonly kind: "read"; readonly cell: Cell }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** Every cell that could be read, by id, and everything wrong with the others. */
export interface Cells {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly problems: readonly Problem[];
}

/** File of a cell; the `.yaml` one where there is none yet. */
function cellFile(id: string, root: string): string {
  const candidates = [".yaml", ".yml", ".json"].map((ending) => join(root, "cells", `${id}${ending}`));
  return candidates.find((file) => existsSync(file)) ?? join(root, "cells", `${id}.yaml`);
}

/** Reads and checks one cell's file. `root` is the fleet's folder. */
export function readCellFile(file: string, root: string): CellReading {
  const reading = readDocument(file, { root });
  if (reading.kind === "refused") {
    return reading;
  }
  return checkCellDocument(reading.document);
}

/** Checks a cell's document by itself, wherever it came from. */
export function checkCellDocument(document: SourceDocument): CellReading {
  const checked = checkDocument(document, CellSpec);
  if (checked.kind === "refused") {
    return checked;
  }
  const spec = checked.value;
  const problems = [...findFileNameProblems(document, spec.id), ...findCellProblems(spec, document)];
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "read", cell: { spec, document } };
}

/** Reads and checks one cell. */
export const readCell = (id: string, root: string): CellReading => readCellFile(cellFile(id, root), root);

/** Ids of all cells, by their files' names; nothing is read. */
export const listCellFiles = (root: string): readonly string[] => listDeclarations(join(root, "cells"));

/** Reads and checks all cells of a fleet. */
export function readCells(root: string): Cells {
  const cells = new Map<string, Cell>();
  const problems: Problem[] = [];
  for (const file of listCellFiles(root)) {
    const reading = readCellFile(file, root);
    if (reading.kind === "refused") {
      problems.push(...reading.problems);
    } else {
      cells.set(reading.cell.spec.id, reading.cell);
    }
  }
  return { cells, problems: [...problems, ...findSharedAccounts([...cells.values()])] };
}

/** One account in one Region is one cell, since quotas and names are the account's. */
export function findSharedAccounts(cells: readonly Cell[]): readonly Problem[] {
  const first = new Map<string, Cell>();
  return cells.flatMap((cell) => {
    const key = `${cell.spec.account_id} ${cell.spec.region}`;
    const earlier = first.get(key);
    first.set(key, earlier ?? cell);
    if (earlier === undefined) {
      return [];
    }
    return [
      {
        ...cell.document.placeOf(["account_id"]),
        code: "CELL_ACCOUNT_SHARED",
        path: "account_id",
        message: `cell ${earlier.spec.id} is in this account and Region already; quotas and names are the account's`,
        found: key,
        allowed: "one cell for an account and Region",
        suggestion: "give the cell an account of its own, or another Region",
      },
    ];
  });
}
