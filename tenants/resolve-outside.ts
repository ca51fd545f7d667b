import type { SourceDocument } from "../files/document.ts";
import { readDocument } from "../files/read-document.ts";
import type { Problem } from "../model/problems.ts";
import type { FleetReading } from "./read-fleet.ts";
import { knownFrameworks, resolveFile } from "./resolve-file.ts";
import type { TenantReading } from "./tenant.ts";
import { checkTenantDocument } from "./tenant-files.ts";
import { cellUnknown } from "./tenant-problems.ts";

/**
 * Checks a tenant's document as if it were to join the fleet: its tier and cell are the fleet's. What it would share
 * with other tenants is not looked at, since it may be a copy of one of them.
 */
export function resolveDocument(document: SourceDocument, around: FleetReading): TenantReading {
  const reading = checkTenantDocument(document);
  const { fleet, application, tiers, cells } = around;
  if (reading.kind === "refused") {
    return reading;
  }
  if (fleet === undefined || application === undefined) {
    return { kind: "refused", problems: around.problems };
  }
  const { file } = reading;
  const cell = cells.get(file.spec.placement.cell);
  const unknown: readonly Problem[] = cell === undefined ? [cellUnknown(file, [...cells.keys()])] : [];
  return resolveFile(file, cell, { fleet, application, tiers, frameworks: knownFrameworks() }, unknown);
}

/**
 * The same for a file that lies somewhere else.
 *
 * @param folder which symbolic links must not lead out of; names in problems are relative to it.
 */
export function resolveOutside(path: string, folder: string, around: FleetReading): TenantReading {
  const reading = readDocument(path, { root: folder });
  return reading.kind === "refused" ? reading : resolveDocument(reading.document, around);
}
