import { type Application, readApplication } from "../application/index.ts";
import { readCell } from "../cells/index.ts";
import type { CellPlan } from "../model/plan/cell-plan.ts";
import { planCell } from "../model/plan/plan-cell.ts";
import { planTenant } from "../model/plan/plan-tenant.ts";
import type { TenantPlan } from "../model/plan/tenant-plan.ts";
import { type Problem, ProblemsError } from "../model/problems.ts";
import { readTiers } from "../tiers/index.ts";
import { readFleetFile } from "./fleet-file.ts";
import { readTenant } from "./read-tenant.ts";

/** What was read; a refusal is thrown. */
function read<
  R extends { readonly kind: "read" } | { readonly kind: "refused"; readonly problems: readonly Problem[] },
>(reading: R): Extract<R, { readonly kind: "read" }> {
  if (reading.kind === "refused") {
    throw new ProblemsError(reading.problems);
  }
  return reading as Extract<R, { readonly kind: "read" }>;
}

/** The plan of a tenant and the application it runs. @throws ProblemsError where a file is refused */
export function readTenantPlan(
  id: string,
  root: string,
): { readonly plan: TenantPlan; readonly application: Application } {
  const { resolved, cell, fleet, application } = read(readTenant(id, root)).tenant;
  return { plan: planTenant(resolved, cell.spec, fleet, application.spec), application };
}

/** The plan of a cell and the application that its tenants run. @throws ProblemsError where a file is refused */
export function readCellPlan(id: string, root: string): { readonly plan: CellPlan; readonly application: Application } {
  const { spec: fleet } = read(readFleetFile(root));
  const { cell } = read(readCell(id, root));
  const { application } = read(readApplication(root));
  const { sources, problems } = readTiers(root);
  if (problems.length > 0) {
    throw new ProblemsError(problems);
  }
  const tiers = new Map([...sources].map(([reference, { spec }]) => [reference, spec]));
  return { plan: planCell(cell.spec, fleet, { tiers }), application };
}
