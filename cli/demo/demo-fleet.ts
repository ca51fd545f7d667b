import { ProblemsError } from "../../model/problems.ts";
import { readFleet } from "../../tenants/index.ts";

/** A tenant of the demo, as its file places it. */
export interface PlacedTenant {
  readonly id: string;
  readonly tier: string;
  readonly isolation: string;
  readonly cell: string;
}

/** The tenants of a fleet folder, and the cells that they are placed in. */
export interface DemoFleet {
  readonly tenants: readonly PlacedTenant[];
  readonly cells: readonly string[];
}

/** @throws ProblemsError with everything wrong with the fleet's files; nothing was touched. */
export function readDemoFleet(root: string): DemoFleet {
  const { tenants, problems } = readFleet(root);
  if (problems.length > 0) {
    throw new ProblemsError(problems);
  }
  const placed = [...tenants.values()].map(({ spec, resolved }) => ({
    id: spec.id,
    tier: resolved.configuration.tier,
    isolation: spec.placement.isolation,
    cell: spec.placement.cell,
  }));
  return { tenants: placed, cells: [...new Set(placed.map(({ cell }) => cell))].sort() };
}
