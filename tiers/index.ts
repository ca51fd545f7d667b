import { existsSync, readdirSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { readDocument } from "../files/read-document.ts";
import { migrateTier } from "../model/migrations/migrate-tier.ts";
import type { Problem } from "../model/problems.ts";
import { checkTier } from "../model/resolve/check-tier.ts";
import type { TierSource } from "../model/resolve/sources.ts";

/** Folder of the tiers that the project brings. */
export const ownTiersFolder: string = import.meta.dirname;

/** Every tier that was read, and everything wrong with those that could not be. */
export interface Tiers {
  /** By reference: `professional` is the current version, `professional@2` an older one. */
  readonly sources: ReadonlyMap<string, TierSource>;
  readonly problems: readonly Problem[];
}

const extensions = [".yaml", ".json"];

/**
 * The folder that holds a fleet's tiers: its own `tiers/`, or the project's where it has none.
 *
 * @param root the fleet's folder.
 */
function tiersFolder(root: string): string {
  const own = join(root, "tiers");
  return existsSync(own) ? own : ownTiersFolder;
}

/**
 * Reads and checks every tier of a fleet, in YAML or JSON, in the current shape or an older one.
 *
 * @param root the fleet's folder; file names in problems are relative to it.
 * @param only references of the tiers to read, e.g. `professional`; absent: all.
 */
export function readTiers(root: string, only?: readonly string[]): Tiers {
  const folder = tiersFolder(root);
  const files = readdirSync(folder)
    .filter((file) => extensions.includes(extname(file)) && (only?.includes(tierReference(file)) ?? true))
    .toSorted();
  const sources = new Map<string, TierSource>();
  const problems: Problem[] = [];
  for (const file of files) {
    const read = readTier(join(folder, file), root);
    const reference = tierReference(file);
    if (read.kind === "refused") {
      problems.push(...read.problems);
    } else if (sources.has(reference)) {
      problems.push(doubledProblem(read.source, reference));
    } else {
      sources.set(reference, read.source);
    }
  }
  return { sources, problems };
}

export type TierReading =
  | { readonly kind: "read"; readonly source: TierSource }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** Reads and checks one tier's file; what an older shape did not have is taken from the project's tier of that name. */
export function readTier(file: string, root: string): TierReading {
  const reading = readDocument(file, { root });
  if (reading.kind === "refused") {
    return reading;
  }
  const reference = tierReference(basename(file));
  const migration = migrateTier(reading.document, ownTier(reference, file));
  if (migration.kind === "refused") {
    return { kind: "refused", problems: [migration.problem] };
  }
  return checkTier(migration.declared, reference);
}

/** `professional.yaml` and `professional_init.json` are `professional`; `professional@2.yaml` is that version. */
const tierReference = (file: string) => basename(file, extname(file)).replace(/_init$/, "");

function ownTier(reference: string, file: string): unknown {
  const own = join(ownTiersFolder, `${reference.split("@")[0]}.yaml`);
  if (own === file || !existsSync(own)) {
    return undefined;
  }
  const reading = readDocument(own, { root: ownTiersFolder });
  return reading.kind === "read" ? reading.document.value : undefined;
}

const doubledProblem = (source: TierSource, reference: string): Problem => ({
  ...source.declared.placeOf(["tier"]),
  code: "TIER_DOUBLE",
  path: "tier",
  message: `tier ${reference} is declared in two files of the folder`,
  found: reference,
  allowed: "one file for a tier",
  suggestion: "delete one of the two",
});
