import { type Application, readApplication } from "../application/index.ts";
import { type Cell, type Cells, readCells } from "../cells/index.ts";
import { byPlace, type Problem } from "../model/problems.ts";
import type { FleetSpec } from "../model/specs/fleet-spec.ts";
import { readTiers, type Tiers } from "../tiers/index.ts";
import { findCapacityProblems } from "./capacity-problems.ts";
import { readFleetFile } from "./fleet-file.ts";
import { findCellTierProblems, findSharedIdentities } from "./fleet-problems.ts";
import { knownFrameworks, resolveFile, type Surroundings } from "./resolve-file.ts";
import type { Tenant } from "./tenant.ts";
import { listTenantFiles, readTenantFile, type TenantFile } from "./tenant-files.ts";
import { cellUnknown } from "./tenant-problems.ts";

/** Everything that was read, and everything wrong with the rest; a fleet without problems holds every tenant. */
export interface FleetReading {
  /** Undefined where `fleet.yaml` was refused; then no tenant is resolved. */
  readonly fleet: FleetSpec | undefined;
  readonly application: Application | undefined;
  readonly tiers: Tiers;
  readonly cells: ReadonlyMap<string, Cell>;
  /** By id. */
  readonly tenants: ReadonlyMap<string, Tenant>;
  /** How many files were looked at. */
  readonly files: number;
  readonly problems: readonly Problem[];
}

/**
 * Reads and checks a whole fleet: each file by itself, each tenant against its tier and cell, and all of them against
 * each other (ids, uids, physical names, capacity). Touches nothing but files.
 *
 * @param root the fleet's folder.
 */
export function readFleet(root: string): FleetReading {
  const fleet = readFleetFile(root);
  const application = readApplication(root);
  const tiers = readTiers(root);
  const cells = readCells(root);
  const readings = listTenantFiles(root).map((file) => readTenantFile(file, root));
  const files = readings.flatMap((reading) => (reading.kind === "read" ? [reading.file] : []));
  const problems = [
    ...[fleet, application, ...readings].flatMap((reading) => (reading.kind === "refused" ? reading.problems : [])),
    ...tiers.problems,
    ...cells.problems,
    ...findCellTierProblems([...cells.cells.values()], tiers),
    ...findSharedIdentities(files, [...cells.cells.values()], fleet.kind === "read" ? fleet.spec : undefined),
  ];
  const isSound = fleet.kind === "read" && application.kind === "read";
  const around = isSound && {
    fleet: fleet.spec,
    application: application.application,
    tiers,
    frameworks: knownFrameworks(),
  };
  const resolved = around ? resolveAll(files, cells, around) : { tenants: new Map(), problems: [] };
  return {
    fleet: fleet.kind === "read" ? fleet.spec : undefined,
    application: application.kind === "read" ? application.application : undefined,
    tiers,
    cells: cells.cells,
    tenants: resolved.tenants,
    files: 2 + tiers.sources.size + cells.cells.size + readings.length,
    problems: [...problems, ...resolved.problems].toSorted(byPlace),
  };
}

function resolveAll(files: readonly TenantFile[], cells: Cells, around: Surroundings) {
  const tenants = new Map<string, Tenant>();
  const problems: Problem[] = [];
  for (const file of files) {
    const reading = resolveFile(file, cells.cells.get(file.spec.placement.cell), around, unknownHome(file, cells));
    if (reading.kind === "refused") {
      problems.push(...reading.problems);
    } else {
      tenants.set(file.spec.id, reading.tenant);
    }
  }
  return { tenants, problems: [...problems, ...findCapacityProblems([...tenants.values()], cells.cells)] };
}

/** A cell whose file was refused is not unknown: its own problems say what is wrong. */
function unknownHome(file: TenantFile, { cells, problems }: Cells): readonly Problem[] {
  const { cell } = file.spec.placement;
  const isRefused = problems.some((problem) => problem.file.startsWith(`cells/${cell}.`));
  return cells.has(cell) || isRefused ? [] : [cellUnknown(file, [...cells.keys()])];
}
