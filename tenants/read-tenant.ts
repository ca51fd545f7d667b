import type { CellReading } from "../cells/index.ts";
import { nameOfFile } from "../files/named-file.ts";
import { shownName } from "../files/read-document.ts";
import { fileProblem } from "../files/refusal.ts";
import { nearest } from "../model/nearest.ts";
import type { Problem } from "../model/problems.ts";
import type { Tiers } from "../tiers/index.ts";
import { knownFrameworks, resolveFile } from "./resolve-file.ts";
import { SharedFiles } from "./shared-files.ts";
import type { TenantReading } from "./tenant.ts";
import { readTenantFile, type TenantFile, tenantFile } from "./tenant-files.ts";
import { cellUnknown } from "./tenant-problems.ts";

/**
 * Reads one tenant with what it stands on: its cell, the tiers, the application and the fleet's file. Other tenants
 * are not looked at, so this is what a single stack needs; `readFleet` also finds what two tenants do to each other.
 *
 * @param root the fleet's folder.
 * @param shared what was read for other tenants of the same folder; read anew without it.
 */
export function readTenant(id: string, root: string, shared = new SharedFiles(root)): TenantReading {
  if (!shared.tenantIds().has(id)) {
    return { kind: "refused", problems: [tenantUnknown(id, shared)] };
  }
  const reading = readTenantFile(tenantFile(id, root), root);
  const fleet = shared.fleet();
  const application = shared.application();
  const problems = [reading, fleet, application].flatMap((one) => (one.kind === "refused" ? one.problems : []));
  if (reading.kind === "refused" || fleet.kind === "refused" || application.kind === "refused") {
    return { kind: "refused", problems };
  }
  const { file } = reading;
  const cell = readHome(file, shared);
  const resolveWith = (tiers: Tiers): TenantReading =>
    resolveFile(
      file,
      cell.kind === "read" ? cell.cell : undefined,
      { fleet: fleet.spec, application: application.application, tiers, frameworks: knownFrameworks() },
      cell.kind === "refused" ? cell.problems : [],
    );
  const quick = resolveWith(shared.tiersOf(file.spec.tier));
  return quick.kind === "read" ? quick : withAllTiers(file, shared.tiers(), resolveWith);
}

/** Where something is wrong, the other tiers say which of them sells what this one does not. */
function withAllTiers(file: TenantFile, tiers: Tiers, resolveWith: (tiers: Tiers) => TenantReading): TenantReading {
  const resolved = resolveWith(tiers);
  // A tier that could not be read is the cause of its being unknown: then that is what is said.
  const broken = tiers.problems.filter(({ file: name }) => nameOfFile(name).replace(/_init$/, "") === file.spec.tier);
  return resolved.kind === "refused" && broken.length > 0 ? { kind: "refused", problems: broken } : resolved;
}

function tenantUnknown(id: string, { root, tenantIds }: SharedFiles): Problem {
  const known = [...tenantIds()];
  const meant = nearest(id, known);
  return fileProblem(shownName(tenantFile(id, root), root), {
    code: "TENANT_UNKNOWN",
    message: "there is no such tenant",
    found: id,
    allowed: known.length > 20 ? `one of ${known.length} tenants` : known.join(", "),
    suggestion:
      meant === undefined
        ? `type: tenantry new ${id}`
        : `did you mean ${meant}? For a new tenant type: tenantry new ${id}`,
  });
}

function readHome(file: TenantFile, shared: SharedFiles): CellReading {
  const known = shared.cellIds();
  const { cell } = file.spec.placement;
  return known.includes(cell) ? shared.cell(cell) : { kind: "refused", problems: [cellUnknown(file, known)] };
}
