import { isResident, regionsOf } from "../../model/residency.ts";
import { cellStackName } from "../../model/stack-names.ts";
import { readTenant } from "../../tenants/read-tenant.ts";
import { SharedFiles } from "../../tenants/shared-files.ts";
import { synthFleet } from "../synth/fleet.ts";
import type { SynthesisedStack } from "../synth/synthesised-stack.ts";
import { type RegionTouch, regionsTouched } from "./regions-touched.ts";

/** What one stack has in one Region. */
export interface RegionHolding {
  readonly stack: string;
  readonly region: string;
  readonly isInside: boolean;
  /** Type → how many resources are in the Region, or name it in an ARN: copies, vaults, keys, logs. */
  readonly types: Readonly<Record<string, number>>;
  readonly resources: readonly RegionTouch[];
}

/** Where everything of a tenant may be and is. */
export interface ResidencyProof {
  readonly tenant: string;
  /** `us`, and the Regions that it stands for. */
  readonly residency: string;
  readonly allowed: readonly string[];
  readonly cell: string;
  readonly holdings: readonly RegionHolding[];
  readonly isProved: boolean;
}

/** What became of one tenant; one that cannot be synthesised is not proved, and stops no other. */
export type ResidencyOutcome =
  | { readonly kind: "judged"; readonly proof: ResidencyProof }
  | { readonly kind: "failed"; readonly tenant: string; readonly error: unknown };

/**
 * Says of every tenant of the fleet in `root` in which Regions its own stack and its cell's have something, replicas,
 * backups, logs and keys included. The edge's configuration in us-east-1, which holds no content, is left out.
 */
export async function* proveResidency(root: string): AsyncGenerator<ResidencyOutcome> {
  const shared = new SharedFiles(root);
  const cells = new Map<string, readonly RegionTouch[]>();
  const ids = [...shared.tenantIds()];
  for await (const synthesis of synthFleet(shared.cellIds().map(cellStackName), root)) {
    if (synthesis.kind === "synthesised") cells.set(synthesis.stack.stack, regionsTouched(synthesis.stack));
  }
  for await (const synthesis of synthFleet(ids, root)) {
    if (synthesis.kind === "failed") {
      yield { kind: "failed", tenant: synthesis.id, error: synthesis.error };
      continue;
    }
    const reading = readTenant(synthesis.stack.stack, root, shared);
    if (reading.kind === "refused") continue;
    const { residency, placement } = reading.tenant.spec;
    yield { kind: "judged", proof: proofOf(synthesis.stack, residency, cellStackName(placement.cell), cells) };
  }
}

function proofOf(
  stack: SynthesisedStack,
  residency: string,
  cell: string,
  cells: ReadonlyMap<string, readonly RegionTouch[]>,
): ResidencyProof {
  const holdings = [
    ...holdingsOf(stack.stack, regionsTouched(stack), residency),
    ...holdingsOf(cell, cells.get(cell) ?? [], residency),
  ];
  // A tenant's own stack cannot be synthesised without its cell's, so neither is empty.
  const isProved = cells.has(cell) && holdings.every(({ isInside }) => isInside);
  return { tenant: stack.stack, residency, allowed: regionsOf(residency), cell, holdings, isProved };
}

/** What a stack has, Region by Region, sorted. */
export function holdingsOf(
  stack: string,
  touches: readonly RegionTouch[],
  residency: string,
): readonly RegionHolding[] {
  const byRegion = Map.groupBy(touches, ({ region }) => region);
  return [...byRegion.keys()].toSorted().map((region) => {
    const resources = byRegion.get(region) ?? [];
    const types = Map.groupBy(resources, ({ type }) => type);
    return {
      stack,
      region,
      isInside: isResident(region, residency),
      types: Object.fromEntries([...types].map(([type, list]) => [type, list.length])),
      resources,
    };
  });
}
