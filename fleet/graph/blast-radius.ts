import type { SynthesisedResource, SynthesisedStack } from "../synth/synthesised-stack.ts";
import { identitiesOf, isMade, referencesTo } from "./cell-references.ts";

/** A resource of a cell, and who stands on it. */
export interface SharedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** Tenants whose own resources name it. */
  readonly namedBy: readonly string[];
  /** Tenants that name nothing of it, but something that depends on it. */
  readonly through: readonly string[];
}

/** Who shares what of one cell. */
export interface CellBlastRadius {
  readonly cell: string;
  /** Tenants of the cell that could be looked at, sorted. */
  readonly tenants: readonly string[];
  /** Every resource of the cell's stack, in its order. */
  readonly resources: readonly SharedResource[];
}

/**
 * Which tenants stand on each resource of a cell: by what their declared inputs name (ids, ARNs, addresses and names,
 * through the cell's outputs or made by the same rules), and by what those resources depend on in turn.
 */
export function blastRadius(cell: SynthesisedStack, tenants: readonly SynthesisedStack[]): CellBlastRadius {
  const identities = identitiesOf(cell);
  const byUrn = new Map(cell.resources.map((resource) => [resource.urn, resource]));
  const named = new Map<string, string[]>();
  const through = new Map<string, string[]>();
  for (const tenant of tenants) {
    const direct = new Set([...referencesTo(identities, tenant).values()].flatMap((urns) => [...urns]));
    for (const urn of direct) note(named, urn, tenant.stack);
    for (const urn of below(direct, byUrn)) note(through, urn, tenant.stack);
  }
  const resources = cell.resources.filter(isMade).map(
    ({ urn, type, name }): SharedResource => ({
      urn,
      type,
      name,
      namedBy: named.get(urn) ?? [],
      through: through.get(urn) ?? [],
    }),
  );
  return { cell: cell.stack, tenants: tenants.map(({ stack }) => stack).toSorted(), resources };
}

function note(notes: Map<string, string[]>, urn: string, tenant: string): void {
  const known = notes.get(urn);
  if (known === undefined) notes.set(urn, [tenant]);
  else known.push(tenant);
}

/** What `urns` depend on, at any distance, themselves left out. */
function below(urns: ReadonlySet<string>, byUrn: ReadonlyMap<string, SynthesisedResource>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...urns];
  for (let urn = open.pop(); urn !== undefined; urn = open.pop()) {
    for (const next of byUrn.get(urn)?.options.dependencies ?? []) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return new Set([...found].filter((urn) => !urns.has(urn)));
}

/** What of its cell one tenant stands on, and who else does. */
export const standsOn = ({ resources }: CellBlastRadius, tenant: string): readonly SharedResource[] =>
  resources.filter(({ namedBy, through }) => namedBy.includes(tenant) || through.includes(tenant));

/** Something that tenants stand on and that is tied to a resource. */
export interface Attachment {
  readonly urn: string;
  readonly name: string;
  /** Tenants that stand on it. */
  readonly tenants: readonly string[];
}

/**
 * What tenants stand on that a resource is tied to: it refers to it, or something that depends on the resource does (the
 * association of a firewall, the route through a gateway). Whether it carries their traffic is not in references, so
 * these tenants *may* be hit where it fails.
 */
export function attachedTo({ resources }: CellBlastRadius, cell: SynthesisedStack, urn: string): readonly Attachment[] {
  const byUrn = new Map(cell.resources.map((resource) => [resource.urn, resource]));
  const tied = cell.resources.filter(({ options }) => options.dependencies?.includes(urn)).map((one) => one.urn);
  const reached = below(new Set([urn, ...tied]), byUrn);
  return resources
    .filter((resource) => reached.has(resource.urn) && resource.namedBy.length + resource.through.length > 0)
    .map(({ urn: other, name, namedBy, through }) => ({
      urn: other,
      name,
      tenants: [...new Set([...namedBy, ...through])].toSorted(),
    }));
}
