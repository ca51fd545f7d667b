import { readFrameworks } from "../../catalog/frameworks/index.ts";
import { integrations } from "../../catalog/integrations/index.ts";
import { findModel } from "../../catalog/models/index.ts";
import type { SourceDocument } from "../../files/document.ts";
import { type Problem, ProblemsError } from "../../model/problems.ts";
import type { TenantSources } from "../../model/resolve/sources.ts";
import { readTenant } from "../../tenants/read-tenant.ts";
import { SharedFiles } from "../../tenants/shared-files.ts";
import type { Tenant } from "../../tenants/tenant.ts";
import { findTier } from "../../tiers/find-tier.ts";
import type { Tiers } from "../../tiers/index.ts";

/** A tenant with every file that its stack is made from, so that one value of one of them can be tried otherwise. */
export interface ExplainedTenant {
  readonly tenant: Tenant;
  readonly tiers: Tiers;
  readonly fleetDocument: SourceDocument;
  /** What the layers of its configuration were read from. */
  readonly sources: TenantSources;
  readonly root: string;
}

/**
 * Reads a tenant of the fleet in `root` with all that it stands on.
 *
 * @throws ProblemsError where a file is refused; nothing can be explained of a tenant that does not resolve.
 */
export function readExplainedTenant(id: string, root: string): ExplainedTenant {
  const shared = new SharedFiles(root);
  const { tenant } = read(readTenant(id, root, shared));
  const { document: fleetDocument } = read(shared.fleet());
  const tiers = shared.tiers();
  const finding = findTier(tiers, tenant.spec.tier, tenant.document);
  if (finding.kind === "unknown") throw new ProblemsError([finding.problem]);
  const sources: TenantSources = {
    spec: tenant.spec,
    document: tenant.document,
    tier: finding.source,
    tiers: [...tiers.sources.values()].map(({ spec }) => spec),
    frameworks: readFrameworks(),
    integrations,
    findModel: (alias) => findModel(alias),
  };
  return { tenant, tiers, fleetDocument, sources, root };
}

function read<
  R extends { readonly kind: "read" } | { readonly kind: "refused"; readonly problems: readonly Problem[] },
>(reading: R): Extract<R, { readonly kind: "read" }> {
  if (reading.kind === "refused") throw new ProblemsError(reading.problems);
  return reading as Extract<R, { readonly kind: "read" }>;
}
