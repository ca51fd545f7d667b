import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { readCellFile } from "../../cells/index.ts";
import { listDeclarations } from "../../files/list-files.ts";
import { nameOfFile } from "../../files/named-file.ts";
import { shownName } from "../../files/read-document.ts";
import { fileProblem } from "../../files/refusal.ts";
import type { Problem } from "../../model/problems.ts";
import { readFleetFile } from "../../tenants/fleet-file.ts";
import { type FleetReading, readFleet } from "../../tenants/index.ts";
import { resolveOutside } from "../../tenants/resolve-outside.ts";
import { readTier } from "../../tiers/index.ts";
import type { CheckResult } from "../report/json.ts";

/** Checks the whole fleet in `root`. */
export function checkFleet(root: string): CheckResult {
  const { files, problems } = readFleet(root);
  return { files, problems };
}

/**
 * Checks some files or folders. What lies in the fleet is judged as part of it, and what is wrong elsewhere left out; a
 * file from elsewhere is judged by its form, and a folder with a `fleet.yaml` as a fleet of its own.
 */
export function checkPaths(paths: readonly string[], root: string): CheckResult {
  const results = paths.map((path) => checkPath(resolve(path), root));
  const problems = new Map(
    results.flatMap((result) => result.problems).map((problem) => [JSON.stringify(problem), problem]),
  );
  return { files: results.reduce((sum, { files }) => sum + files, 0), problems: [...problems.values()] };
}

function checkPath(path: string, root: string): CheckResult {
  if (!exists(path)) {
    const problem = fileProblem(shownName(path, root), {
      code: "FILE_NOT_FOUND",
      message: "does not exist",
      suggestion: "check the path",
    });
    return { files: 1, problems: [problem] };
  }
  if (isFolder(path) && isDeclarationName(path)) {
    return checkFile(path, root);
  }
  if (isFolder(path)) {
    return checkFolder(path, root);
  }
  return isInside(path, root) ? checkInFleet([path], root) : checkFile(path, root);
}

function checkFolder(folder: string, root: string): CheckResult {
  if (exists(join(folder, "fleet.yaml"))) {
    return checkFleet(folder);
  }
  const files = listDeclarations(folder);
  if (isInside(folder, root)) {
    return checkInFleet(files, root);
  }
  const results = files.map((file) => checkFile(file, root));
  return { files: files.length, problems: results.flatMap(({ problems }) => problems) };
}

let read: { readonly root: string; readonly fleet: FleetReading } | undefined;

/** The fleet is read once, however many files are asked for. */
function fleetIn(root: string): FleetReading {
  read = read?.root === root ? read : { root, fleet: readFleet(root) };
  return read.fleet;
}

function checkInFleet(files: readonly string[], root: string): CheckResult {
  const shown = new Set(files.map((file) => shownName(file, root)));
  const { problems } = fleetIn(root);
  return { files: files.length, problems: problems.filter(({ file }) => shown.has(file)) };
}

/** A file from outside the fleet, by what its folder or name says that it is; a tenant's where nothing does. */
function checkFile(path: string, root: string): CheckResult {
  const folder = isInside(path, root) ? root : dirname(path);
  const reading = readAlone(path, folder, root);
  const problems = reading.kind === "refused" ? reading.problems : [];
  return {
    files: 1,
    problems: problems.map((problem) => ({ ...problem, file: shownName(resolve(folder, problem.file), root) })),
  };
}

type Reading = { readonly kind: "read" } | { readonly kind: "refused"; readonly problems: readonly Problem[] };

function readAlone(path: string, folder: string, root: string): Reading {
  if (nameOfFile(path) === "fleet") {
    return readFleetFile(folder);
  }
  switch (basename(dirname(path))) {
    case "cells":
      return readCellFile(path, folder);
    case "tiers":
      return readTier(path, folder);
    default:
      return resolveOutside(path, folder, fleetIn(root));
  }
}

const isDeclarationName = (path: string): boolean => /\.(ya?ml|json)$/.test(path);

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function isInside(path: string, root: string): boolean {
  const fromRoot = relative(realpathSync(root), resolve(path));
  return fromRoot === "" || (fromRoot !== ".." && !fromRoot.startsWith(`..${sep}`));
}
