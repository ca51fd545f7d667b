import type { Application } from "../application/index.ts";
import { readFrameworks } from "../catalog/frameworks/index.ts";
import { integrations } from "../catalog/integrations/index.ts";
import { findModel } from "../catalog/models/index.ts";
import type { Cell } from "../cells/index.ts";
import type { Framework } from "../model/framework.ts";
import { findPlanProblems } from "../model/plan/plan-problems.ts";
import type { Problem } from "../model/problems.ts";
import { resolveTenant } from "../model/resolve/resolve-tenant.ts";
import type { FleetSpec } from "../model/specs/fleet-spec.ts";
import type { TierSpec } from "../model/specs/tier-spec.ts";
import { findTier } from "../tiers/find-tier.ts";
import type { Tiers } from "../tiers/index.ts";
import type { TenantReading } from "./tenant.ts";
import type { TenantFile } from "./tenant-files.ts";
import { findHomeProblems } from "./tenant-problems.ts";

/** What tenants are resolved with, read once for all of them. */
export interface Surroundings {
  readonly fleet: FleetSpec;
  readonly application: Application;
  readonly tiers: Tiers;
  readonly frameworks: readonly Framework[];
}

/** The catalog is the project's own, so it is read once a process. */
let frameworks: readonly Framework[] | undefined;
export function knownFrameworks(): readonly Framework[] {
  frameworks ??= readFrameworks();
  return frameworks;
}

/** The tiers on offer today; older versions are kept for those who pinned them. */
const onOffer = ({ sources }: Tiers): readonly TierSpec[] =>
  [...sources].filter(([reference]) => !reference.includes("@")).map(([, { spec }]) => spec);

/** Applies every layer to a tenant's file and checks it against its tier and cell; every problem at once. */
export function resolveFile(
  file: TenantFile,
  cell: Cell | undefined,
  around: Surroundings,
  unknown: readonly Problem[] = [],
): TenantReading {
  const finding = findTier(around.tiers, file.spec.tier, file.document);
  if (finding.kind === "unknown") {
    return { kind: "refused", problems: [finding.problem, ...unknown] };
  }
  const resolution = resolveTenant({
    ...file,
    tier: finding.source,
    tiers: onOffer(around.tiers),
    frameworks: around.frameworks,
    integrations,
    findModel: (alias) => findModel(alias),
  });
  const home = cell === undefined ? unknown : findHomeProblems(file, cell, finding.source.spec.tier);
  if (resolution.kind === "refused" || cell === undefined) {
    return { kind: "refused", problems: [...(resolution.kind === "refused" ? resolution.problems : []), ...home] };
  }
  const { resolved } = resolution;
  const problems = [...home, ...findPlanProblems(resolved, cell.spec)];
  return problems.length > 0
    ? { kind: "refused", problems }
    : { kind: "read", tenant: { ...file, resolved, cell, fleet: around.fleet, application: around.application } };
}
