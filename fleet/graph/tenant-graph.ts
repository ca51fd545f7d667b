import type { SynthesisedResource, SynthesisedStack } from "../synth/synthesised-stack.ts";
import { identitiesOf, isMade, referencesTo } from "./cell-references.ts";

/** One resource, or several of a kind that nothing tells apart at this distance. */
export interface GraphNode {
  readonly id: string;
  /** `MetricAlarm`. */
  readonly kind: string;
  /** Logical name without the tenant's id; `27 of them` for several. */
  readonly name: string;
  /** `kept`: protected or kept on delete. `cell`: belongs to the cell, and is shared. */
  readonly role: "own" | "kept" | "cell";
  /** Resources that it stands for. */
  readonly urns: readonly string[];
}

/** The resources of one component. */
export interface GraphGroup {
  readonly title: string;
  readonly nodes: readonly GraphNode[];
}

/** `from` depends on `to`. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
}

/** What a tenant is made of and what it stands on. */
export interface TenantGraph {
  readonly title: string;
  readonly groups: readonly GraphGroup[];
  /** Of the cell, what the tenant's resources name. */
  readonly outer: GraphGroup;
  readonly edges: readonly GraphEdge[];
}

/** More resources of one kind in one component are drawn as one. */
const mostAlike = 3;

/** The graph of a tenant's stack, with those resources of its cell's stack that it names. */
export function tenantGraph(tenant: SynthesisedStack, cell: SynthesisedStack): TenantGraph {
  const made = tenant.resources.filter(isMade);
  const references = referencesTo(identitiesOf(cell), tenant);
  const named = new Set(made.flatMap(({ urn }) => [...(references.get(urn) ?? [])]));
  const shared = cell.resources.filter(({ urn }) => named.has(urn));
  const components = new Map(tenant.resources.map((resource) => [resource.urn, resource]));
  const byComponent = Map.groupBy(made, (resource) => componentOf(resource, components));
  const numbering = new Numbering();
  const groups = [...byComponent].map(([title, resources]) => ({
    title: title === tenant.stack ? "on its own" : shortName(title, tenant.stack),
    nodes: nodesOf(resources, tenant.stack, numbering),
  }));
  const outer = {
    title: cell.stack,
    nodes: nodesOf(shared, cell.stack, numbering).map((node): GraphNode => ({ ...node, role: "cell" })),
  };
  const ids = new Map(
    [...groups, outer].flatMap(({ nodes }) => nodes.flatMap(({ id, urns }) => urns.map((urn) => [urn, id] as const))),
  );
  return { title: tenant.stack, groups, outer, edges: edgesOf(made, references, ids) };
}

class Numbering {
  #last = 0;

  next(): string {
    this.#last += 1;
    return `n${this.#last}`;
  }
}

/** Name of the outermost component below the tenant that a resource is in; the tenant's where it is in none. */
function componentOf({ parent, name }: SynthesisedResource, all: ReadonlyMap<string, SynthesisedResource>): string {
  const above = all.get(parent ?? "");
  const isTenant = all.get(above?.parent ?? "")?.type === "pulumi:pulumi:Stack";
  if (above === undefined) return name;
  if (isTenant) return above.name;
  const beyond = all.get(all.get(above.parent ?? "")?.parent ?? "");
  return beyond?.type === "pulumi:pulumi:Stack" ? above.name : componentOf(above, all);
}

function nodesOf(resources: readonly SynthesisedResource[], stack: string, numbering: Numbering): readonly GraphNode[] {
  const alike = Map.groupBy(resources, (resource) => `${resource.type} ${isKept(resource)}`);
  return [...alike.values()].flatMap((same) =>
    same.length > mostAlike
      ? [nodeOf(same, `${same.length} of them`, numbering)]
      : same.map((resource) => nodeOf([resource], shortName(resource.name, stack), numbering)),
  );
}

const nodeOf = (same: readonly SynthesisedResource[], name: string, numbering: Numbering): GraphNode => ({
  id: numbering.next(),
  kind: same[0]?.type.split(":").at(-1) ?? "",
  name,
  role: same.some(isKept) ? "kept" : "own",
  urns: same.map(({ urn }) => urn),
});

const isKept = ({ options }: SynthesisedResource): boolean =>
  options.protect === true || options.retainOnDelete === true;

const shortName = (name: string, stack: string): string =>
  name.startsWith(`${stack}-`) ? name.slice(stack.length + 1) : name;

function edgesOf(
  made: readonly SynthesisedResource[],
  references: ReadonlyMap<string, ReadonlySet<string>>,
  ids: ReadonlyMap<string, string>,
): readonly GraphEdge[] {
  const edges = new Map<string, GraphEdge>();
  for (const { urn, options } of made) {
    const from = ids.get(urn);
    for (const target of [...(options.dependencies ?? []), ...(references.get(urn) ?? [])]) {
      const to = ids.get(target);
      if (from !== undefined && to !== undefined && from !== to) edges.set(`${from} ${to}`, { from, to });
    }
  }
  return [...edges.values()];
}
