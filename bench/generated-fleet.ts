import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const repository = join(import.meta.dirname, "..");
const tenantsPerCell = 200;

/** Shares of a typical fleet: every hundredth tenant has a database of its own, every fifth a schema. */
function templateOf(index: number): string {
  if (index % 100 === 99) return "northwind-freight";
  return index % 5 === 4 ? "acme-corp" : "blue-kite";
}

/**
 * Writes a fleet folder of `size` tenants of three tiers, and the cells that they fit into, after the committed ones.
 *
 * @returns the tenants' ids in order
 */
export function writeFleet(folder: string, size: number): readonly string[] {
  for (const part of ["tenants", "cells"]) mkdirSync(join(folder, part), { recursive: true });
  cpSync(join(repository, "fleet.yaml"), join(folder, "fleet.yaml"));
  const cellFile = readFileSync(join(repository, "cells/us-1.yaml"), "utf8");
  for (let cell = 1; cell <= Math.ceil(size / tenantsPerCell); cell += 1) {
    const own = cellFile
      .replace(/^id: us-1$/m, `id: us-${cell}`)
      .replace(/^account_id: "\d+"/m, `account_id: "${String(200_000_000_000 + cell)}"`);
    writeFileSync(join(folder, `cells/us-${cell}.yaml`), own);
  }
  return Array.from({ length: size }, (_, index) => writeTenant(folder, index));
}

function writeTenant(folder: string, index: number): string {
  const id = `customer-${String(index).padStart(5, "0")}`;
  const file = readFileSync(join(repository, `tenants/${templateOf(index)}.yaml`), "utf8");
  const own = file
    .replace(/^id: \S+/m, `id: ${id}`)
    .replace(/^uid: \S+/m, `uid: ${uidOf(index)}`)
    .replace("cell: us-1,", `cell: us-${1 + Math.floor(index / tenantsPerCell)},`);
  writeFileSync(join(folder, `tenants/${id}.yaml`), own);
  return id;
}

/** Letters and digits that no other tenant has, without the ones that are easily mistaken for another. */
export function uidOf(index: number): string {
  const alphabet = "23456789bcdfghjk";
  const digits = index.toString(16).padStart(7, "0");
  return `t${[...digits].map((digit) => alphabet[Number.parseInt(digit, 16)]).join("")}`;
}
