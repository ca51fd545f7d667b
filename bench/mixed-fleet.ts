import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { uidOf } from "./generated-fleet.ts";

const repository = join(import.meta.dirname, "..");
const tenantsPerCell = 200;

/** Shares of a typical fleet, in hundredths: seventy free tenants for one with a cell of its own. */
function templateOf(index: number): string {
  const part = index % 100;
  if (part === 99) return "umbra-health";
  if (part >= 95) return "northwind-freight";
  return part % 4 === 3 ? "acme-corp" : "blue-kite";
}

/**
 * Writes a fleet of `size` whole tenants of all four tiers into a new git repository and commits it: pooled cells of two
 * hundred tenants, a cell for each custom one, tiers and application of its own. No two professional tenants have the
 * same sign-in, and their users differ, as among customers.
 */
export function writeMixedFleet(folder: string, size: number): void {
  for (const part of ["tenants", "cells"]) mkdirSync(join(folder, part), { recursive: true });
  for (const part of ["fleet.yaml", "tiers", "application"]) {
    cpSync(join(repository, part), join(folder, part), { recursive: true, filter: (file) => !file.endsWith(".ts") });
  }
  for (let cell = 1; cell <= Math.ceil(size / tenantsPerCell); cell += 1) writeCell(folder, "us-1", `us-${cell}`, cell);
  for (let index = 0; index < size; index += 1) writeTenant(folder, index);
  commit(folder);
}

function writeCell(folder: string, template: string, id: string, number: number): void {
  const text = readFileSync(join(repository, `cells/${template}.yaml`), "utf8")
    .replace(/^id: .*$/m, `id: ${id}`)
    .replace(/^account_id: "\d+"/m, `account_id: "${String(200_000_000_000 + number)}"`);
  writeFileSync(join(folder, `cells/${id}.yaml`), text);
}

function writeTenant(folder: string, index: number): void {
  const id = `customer-${String(index).padStart(6, "0")}`;
  const template = templateOf(index);
  const isCustom = template === "umbra-health";
  const cell = isCustom ? `silo-${index}` : `us-${1 + Math.floor(index / tenantsPerCell)}`;
  if (isCustom) writeCell(folder, "umbra-1", cell, 100_000 + index);
  const text = readFileSync(join(repository, `tenants/${template}.yaml`), "utf8")
    .replace(/^id: \S+/m, `id: ${id}`)
    .replace(/^uid: \S+/m, `uid: ${uidOf(index)}`)
    .replace(/^name: .*$/m, `name: Customer ${index}`)
    .replace(/cell: [\w-]+,/, `cell: ${cell},`)
    .replace("acme.okta.example", `${id}.okta.example`)
    .replace("limits.max_users: 500", `limits.max_users: ${101 + (index % 400)}`);
  writeFileSync(join(folder, `tenants/${id}.yaml`), text);
}

/** As nobody in particular, and without the machine's own settings of git. */
function commit(folder: string): void {
  const git = (...words: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=bench", "-c", "user.email=bench@localhost", "-c", "gc.auto=0", ...words], {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
    });
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "The fleet as it was");
}
