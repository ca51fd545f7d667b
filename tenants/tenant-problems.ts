import type { Cell } from "../cells/index.ts";
import { nearest } from "../model/nearest.ts";
import type { Problem } from "../model/problems.ts";
import type { TenantFile } from "./tenant-files.ts";

/** A tenant in a cell that the fleet does not have. */
export function cellUnknown({ spec, document }: TenantFile, known: readonly string[]): Problem {
  const meant = nearest(spec.placement.cell, known);
  return {
    ...document.placeOf(["placement", "cell"]),
    code: "TENANT_CELL_UNKNOWN",
    path: "placement.cell",
    message: "is no cell of the fleet",
    found: spec.placement.cell,
    allowed: known.join(", "),
    suggestion:
      meant === undefined
        ? `write cells/${spec.placement.cell}.yaml, or name a cell that exists`
        : `did you mean ${meant}?`,
  };
}

/** What is wrong with a tenant being in this cell, whoever else is in it. */
export function findHomeProblems({ spec, document }: TenantFile, cell: Cell, tier: string): readonly Problem[] {
  const at = { ...document.placeOf(["placement", "cell"]), path: "placement.cell", found: cell.spec.id };
  const isSilo = cell.spec.capacity.tenants === 1;
  const problems: Problem[] = [];
  if (cell.spec.state === "closed") {
    problems.push({
      ...at,
      code: "TENANT_CELL_CLOSED",
      message: "is closed: it holds no tenant",
      allowed: "an open cell, or a draining one for a tenant that is still there",
      suggestion: `set state: draining in ${cell.document.file} until its tenants have moved`,
    });
  }
  if (!cell.spec.tiers.includes(tier)) {
    problems.push({
      ...at,
      code: "TENANT_CELL_TIER",
      message: `does not take tier ${tier}`,
      allowed: `tiers ${cell.spec.tiers.join(", ")}`,
      suggestion: `choose another cell, or add ${tier} to tiers in ${cell.document.file}`,
    });
  }
  if (isSilo !== (spec.placement.isolation === "cluster")) {
    problems.push({
      ...at,
      code: "TENANT_CELL_KIND",
      message: isSilo
        ? "is the cell of a single tenant, with a cluster of its own"
        : "is shared, but isolation cluster is a cell of its own",
      allowed: isSilo ? "a tenant at isolation cluster" : "a cell with capacity.tenants: 1",
      suggestion: isSilo ? "choose a shared cell" : "let `tenantry new` write a cell of its own",
    });
  }
  return problems;
}
