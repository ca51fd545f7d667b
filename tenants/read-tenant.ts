import { readApplication } from "../application/index.ts";
import { type CellReading, listCellFiles, readCell } from "../cells/index.ts";
import { nameOfFile } from "../files/named-file.ts";
import { shownName } from "../files/read-document.ts";
import { fileProblem } from "../files/refusal.ts";
import { nearest } from "../model/nearest.ts";
import type { Problem } from "../model/problems.ts";
import { readTiers } from "../tiers/index.ts";
import { readFleetFile } from "./fleet-file.ts";
import { knownFrameworks, resolveFile } from "./resolve-file.ts";
import type { TenantReading } from "./tenant.ts";
import { listTenantIds, readTenantFile, type TenantFile, tenantFile } from "./tenant-files.ts";
import { cellUnknown } from "./tenant-problems.ts";

/**
 * Reads one tenant with what it stands on: its cell, the tiers, the application and the fleet's file. Other tenants
 * are not looked at, so this is what a single stack needs; `readFleet` also finds what two tenants do to each other.
 *
 * @param root the fleet's folder.
 */
export function readTenant(id: string, root: string): TenantReading {
  if (!listTenantIds(root).includes(id)) {
    return { kind: "refused", problems: [tenantUnknown(id, root)] };
  }
  const reading = readTenantFile(tenantFile(id, root), root);
  const fleet = readFleetFile(root);
  const application = readApplication(root);
  const tiers = readTiers(root);
  const problems = [reading, fleet, application].flatMap((one) => (one.kind === "refused" ? one.problems : []));
  if (reading.kind === "refused" || fleet.kind === "refused" || application.kind === "refused") {
    return { kind: "refused", problems };
  }
  const { file } = reading;
  const cell = readHome(file, root);
  const around = { fleet: fleet.spec, application: application.application, tiers, frameworks: knownFrameworks() };
  const resolved = resolveFile(
    file,
    cell.kind === "read" ? cell.cell : undefined,
    around,
    cell.kind === "refused" ? cell.problems : [],
  );
  // A tier that could not be read is the cause of its being unknown: then that is what is said.
  const broken = tiers.problems.filter(({ file: name }) => nameOfFile(name).replace(/_init$/, "") === file.spec.tier);
  return resolved.kind === "refused" && broken.length > 0 ? { kind: "refused", problems: broken } : resolved;
}

function tenantUnknown(id: string, root: string): Problem {
  const known = listTenantIds(root);
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

function readHome(file: TenantFile, root: string): CellReading {
  const known = listCellFiles(root).map(nameOfFile);
  const problem: readonly Problem[] = known.includes(file.spec.placement.cell) ? [] : [cellUnknown(file, known)];
  return problem.length > 0 ? { kind: "refused", problems: problem } : readCell(file.spec.placement.cell, root);
}
