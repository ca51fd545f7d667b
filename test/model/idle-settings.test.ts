import { deepEqual, ok } from "node:assert/strict";
import { findModel } from "../../catalog/models/index.ts";
import { idleSettings } from "../../model/idle-settings.ts";
import { planCell } from "../../model/plan/plan-cell.ts";
import { planTenant } from "../../model/plan/plan-tenant.ts";
import type { ResolvedTenant } from "../../model/resolve/resolved-tenant.ts";
import type { CellSpec } from "../../model/specs/cell-spec.ts";
import type { TierSpec } from "../../model/specs/tier-spec.ts";
import { application, cellNamed, committed, fleet, resolved, tiers } from "../support/tenant-sources.ts";

type Path = readonly string[];
type Tree = Record<string, unknown>;

/** What says what a tier is and may sell, and is no setting. */
const aboutTheTier = /^(_metadata|tenant_id|tier|price|negotiable)\b/;

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);
const leaves = (value: unknown, path: Path = []): readonly Path[] =>
  isTree(value) ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key])) : [path];
const valueAt = (tree: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (isTree(value) ? value[key] : undefined), tree);

function withValue(tree: TierSpec, path: Path, value: unknown): TierSpec {
  const copy = structuredClone(tree);
  const owner = valueAt(copy, path.slice(0, -1));
  if (isTree(owner)) owner[path.at(-1) ?? ""] = value;
  return copy;
}

function others(value: unknown): readonly unknown[] {
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return [value + 1, value - 1, value * 2];
  if (Array.isArray(value)) return [value.slice(0, -1)];
  return value === "unlimited" ? [5] : [`${String(value)}x`];
}

/** Everything that is planned for a tenant of this tier and its cell; what cannot be planned is another answer as well. */
function planned(tenant: ResolvedTenant, cell: CellSpec, tier: TierSpec): string {
  try {
    const { origins: _, ...plan } = planTenant({ ...tenant, configuration: tier }, cell, fleet, application);
    const specs = new Map([...tiers.sources].map(([name, { spec }]) => [name, name === tier.tier ? tier : spec]));
    return JSON.stringify([
      plan,
      planCell(cell, fleet, { application, tiers: specs, findModel: (alias) => findModel(alias) }),
    ]);
  } catch (refusal) {
    return String(refusal);
  }
}

describe("settings of a tier", () => {
  it("R-SEC-8 each change what is planned or published, but for those that are listed with the reason", () => {
    const idle = new Set<string>();
    const active = new Set<string>();
    for (const id of ["blue-kite", "acme-corp", "northwind-freight", "umbra-health"]) {
      const tenant = resolved(committed(`tenants/${id}.yaml`));
      const committedCell = cellNamed(tenant.spec.placement.cell);
      const cell = { ...committedCell, kubernetes: { ...committedCell.kubernetes, external_metrics: true } };
      const before = planned(tenant, cell, tenant.configuration);
      ok(before.startsWith("["), before);
      for (const path of leaves(tenant.configuration).filter((one) => !aboutTheTier.test(one.join(".")))) {
        const changes = others(valueAt(tenant.configuration, path)).some(
          (value) => planned(tenant, cell, withValue(tenant.configuration, path, value)) !== before,
        );
        (changes ? active : idle).add(path.join("."));
      }
    }
    deepEqual(
      [...idle].filter((path) => !active.has(path)).toSorted(),
      idleSettings.map(({ path }) => path).toSorted(),
    );
  }).timeout(60_000);
});
