import { type PlacementProposal, placeTenant } from "../../model/place-tenant.ts";
import type { Problem } from "../../model/problems.ts";
import { isResident, regionsOf } from "../../model/residency.ts";
import type { CellSpec } from "../../model/specs/cell-spec.ts";
import type { TierSpec } from "../../model/specs/tier-spec.ts";
import { usageByCell } from "../../tenants/capacity-problems.ts";
import type { FleetReading } from "../../tenants/index.ts";
import type { NewTenantAnswers } from "./answers.ts";

/** Where a new tenant goes. */
export type CellChoice =
  | { readonly kind: "existing"; readonly cell: string; readonly isolation: string; readonly reason: string }
  /** The tier has a cell of its own and none stands empty. */
  | {
      readonly kind: "own";
      readonly cell: string;
      readonly isolation: string;
      readonly region: string;
      readonly reason: string;
    }
  | { readonly kind: "none"; readonly words: Pick<Problem, "code" | "message" | "found" | "allowed" | "suggestion"> };

/** The cell that was asked for where it takes the tenant, else the one with the most room, else one of its own. */
export function chooseCell(answers: NewTenantAnswers, tier: TierSpec, fleet: FleetReading): CellChoice {
  const cells = [...fleet.cells.values()].map(({ spec }) => spec);
  const propose = (among: readonly CellSpec[]): PlacementProposal =>
    placeTenant({ tier, residency: answers.residency, cells: among, usage: usageByCell([...fleet.tenants.values()]) });
  const any = propose(cells);
  if (answers.cell !== undefined) {
    const asked = propose(cells.filter(({ id }) => id === answers.cell));
    return asked.kind === "proposed"
      ? { ...asked, kind: "existing" }
      : { kind: "none", words: cellRefused(answers.cell, asked, any) };
  }
  if (any.kind === "proposed") {
    return { ...any, kind: "existing" };
  }
  if (tier.infrastructure.isolation === "cluster") {
    return ownCell(answers, tier, cells);
  }
  return { kind: "none", words: noCell(answers, any) };
}

function cellRefused(cell: string, asked: PlacementProposal, any: PlacementProposal) {
  const reason = asked.kind === "none" ? asked.refused[0]?.reason : undefined;
  return {
    code: reason === undefined ? "TENANT_CELL_UNKNOWN" : "TENANT_CELL_REFUSED",
    message: reason === undefined ? "is no cell of the fleet" : `the cell ${reason}`,
    found: cell,
    suggestion:
      any.kind === "proposed" ? `type --cell ${any.cell}: ${any.reason}` : "write a cell's file in cells/ for it first",
  };
}

function noCell({ tier, residency }: NewTenantAnswers, any: PlacementProposal) {
  const reasons = any.kind === "none" ? any.refused.map(({ cell, reason }) => `${cell} ${reason}`) : [];
  return {
    code: "TENANT_CELL_NONE",
    message: `no cell takes a tenant of tier ${tier} and residency ${residency}`,
    found: reasons.join("; ") || "a fleet without cells",
    allowed: "an open cell inside the residency that takes the tier and has room",
    suggestion: "write another cell's file in cells/, or raise the capacity of one within its account's quotas",
  };
}

/** Cell ids are shorter than tenants' ids, since more is put behind them. */
const longestBase = 27;

function ownCell(answers: NewTenantAnswers, tier: TierSpec, cells: readonly CellSpec[]): CellChoice {
  const base = answers.id.slice(0, longestBase).replace(/-+$/, "");
  const number = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((count) => !cells.some(({ id }) => id === `${base}-${count}`)) ?? 10;
  const near = cells.find(({ region }) => isResident(region, answers.residency))?.region;
  return {
    kind: "own",
    cell: `${base}-${number}`,
    isolation: tier.infrastructure.isolation,
    region: near ?? regionsOf(answers.residency)[0] ?? "us-east-1",
    reason: `tier ${tier.tier} has a cell of its own, and none stands empty inside residency ${answers.residency}`,
  };
}
