import type { Located } from "../located.ts";
import type { Problem } from "../problems.ts";
import { valueAt } from "../resolve/leaves.ts";
import { mergePatch } from "../resolve/merge-patch.ts";
import { showValue } from "../show-value.ts";
import { tierSchemaVersion } from "../specs/tier-spec.ts";
import { type Move, moveKeys } from "./move.ts";
import { tierMoves2024_2 } from "./tier-2024-2.ts";

/** Older shapes of a tier's file, by the `schema_version` that they carry, each with the way to the current one. */
const migrations: Readonly<Record<string, readonly Move[]>> = { "2024.2": tierMoves2024_2 };

export type TierMigration =
  | { readonly kind: "current"; readonly declared: Located }
  | { readonly kind: "refused"; readonly problem: Problem };

/**
 * A tier's file in the current shape, whatever shape it was written in; places still point into the file.
 *
 * @param reference the tier of the same name in the current shape, from which an older file takes what its shape did
 *   not have yet (support, agreement, price, …). Absent: such keys are missing, and the schema says so.
 */
export function migrateTier(document: Located, reference?: unknown): TierMigration {
  const path = ["_metadata", "schema_version"];
  const version = valueAt(document.value, path);
  if (version === tierSchemaVersion) {
    return { kind: "current", declared: document };
  }
  const moves = typeof version === "string" && Object.hasOwn(migrations, version) ? migrations[version] : undefined;
  if (!moves) {
    return { kind: "refused", problem: versionProblem(document, version) };
  }
  const moved = moveKeys(document.value, moves);
  const value = mergePatch(reference, moved.value);
  const declared: Located = {
    file: document.file,
    value,
    placeOf: (at, part) => document.placeOf(moved.origins[at.join(".")] ?? at, part),
  };
  return { kind: "current", declared };
}

function versionProblem(document: Located, version: unknown): Problem {
  const isNewer = typeof version === "number" && version > tierSchemaVersion;
  return {
    ...document.placeOf(["_metadata", "schema_version"]),
    code: isNewer ? "TIER_SCHEMA_NEWER" : "TIER_SCHEMA_UNKNOWN",
    path: "_metadata.schema_version",
    message: isNewer
      ? "was written for a newer version of tenantry"
      : "is not a version of the tier files' shape that this version knows",
    found: version === undefined ? "nothing" : showValue(version),
    allowed: [tierSchemaVersion, ...Object.keys(migrations)].join(", "),
    suggestion: isNewer ? "update tenantry" : `write schema_version: ${tierSchemaVersion}`,
  };
}
