import type { Application } from "../application/index.ts";
import { findModel } from "../catalog/models/index.ts";
import type { CellPlan } from "../model/plan/cell-plan.ts";
import type { ControlPlanePlan } from "../model/plan/control-plane-plan.ts";
import { planCell } from "../model/plan/plan-cell.ts";
import { planControlPlane } from "../model/plan/plan-control-plane.ts";
import { planTenant } from "../model/plan/plan-tenant.ts";
import type { TenantPlan } from "../model/plan/tenant-plan.ts";
import { type Problem, ProblemsError } from "../model/problems.ts";
import { readTenant } from "./read-tenant.ts";
import { SharedFiles } from "./shared-files.ts";

/** What was read; a refusal is thrown. */
function read<
  R extends { readonly kind: "read" } | { readonly kind: "refused"; readonly problems: readonly Problem[] },
>(reading: R): Extract<R, { readonly kind: "read" }> {
  if (reading.kind === "refused") {
    throw new ProblemsError(reading.problems);
  }
  return reading as Extract<R, { readonly kind: "read" }>;
}

/**
 * The plan of a tenant and the application it runs.
 *
 * @param shared what was read for other stacks of the same folder; read anew without it.
 * @throws ProblemsError where a file is refused
 */
export function readTenantPlan(
  id: string,
  root: string,
  shared = new SharedFiles(root),
): { readonly plan: TenantPlan; readonly application: Application } {
  const { resolved, cell, fleet, application } = read(readTenant(id, root, shared)).tenant;
  return { plan: planTenant(resolved, cell.spec, fleet, application.spec), application };
}

/**
 * The plan of a cell and the application that its tenants run.
 *
 * @param shared what was read for other stacks of the same folder; read anew without it.
 * @throws ProblemsError where a file is refused
 */
export function readCellPlan(
  id: string,
  root: string,
  shared = new SharedFiles(root),
): { readonly plan: CellPlan; readonly application: Application } {
  const { spec: fleet } = read(shared.fleet());
  const { cell } = read(shared.cell(id));
  const { application } = read(shared.application());
  const { sources, problems } = shared.tiers();
  if (problems.length > 0) {
    throw new ProblemsError(problems);
  }
  const tiers = new Map([...sources].map(([reference, { spec }]) => [reference, spec]));
  return {
    plan: planCell(cell.spec, fleet, { tiers, application: application.spec, findModel: (alias) => findModel(alias) }),
    application,
  };
}

/**
 * The plan of the control plane, which looks after the accounts of every cell.
 *
 * @param shared what was read for other stacks of the same folder; read anew without it.
 * @throws ProblemsError where the fleet's file or a cell's is refused
 */
export function readControlPlanePlan(root: string, shared = new SharedFiles(root)): ControlPlanePlan {
  const { spec: fleet } = read(shared.fleet());
  const cells = shared.cellIds().map((id) => read(shared.cell(id)).cell.spec);
  return planControlPlane(fleet, cells);
}
