import type { Origin } from "../provenance.ts";
import { placeOfFramework } from "./demanded-frameworks.ts";
import { type DemandedFloor, isSatisfied, leastOf } from "./floors.ts";
import { isMap, leavesOf, type Path, valueAt } from "./leaves.ts";
import type { Override } from "./override.ts";
import type { ChainLink, ResolvedTenant } from "./resolved-tenant.ts";
import type { TenantSources } from "./sources.ts";

/** Where values stand that no file sets: the schema's own defaults. */
const defaultPlace = { file: "model/specs/tier-spec.ts", line: 1, column: 1 };

interface Traced {
  readonly configuration: unknown;
  readonly overrides: readonly Override[];
  readonly floors: readonly DemandedFloor[];
  readonly sources: TenantSources;
}

/** Every layer's say on every leaf, and which one decided it. */
export function traceOrigins(traced: Traced): Pick<ResolvedTenant, "origins" | "chains"> {
  const chains = leavesOf(traced.configuration).map(
    (leaf) => [leaf.path.join("."), chainOf(leaf.path, leaf.value, traced)] as const,
  );
  const origins = chains.flatMap(([path, chain]) => {
    const last = chain.at(-1);
    return last ? [[path, originOf(last)] as const] : [];
  });
  return { origins: Object.fromEntries(origins), chains: Object.fromEntries(chains) };
}

function originOf({ layer, file, line, column, endColumn }: ChainLink): Origin {
  return { layer, file, line, column, ...(endColumn === undefined ? {} : { endColumn }) };
}

function chainOf(path: Path, decided: unknown, { overrides, floors, sources }: Traced): readonly ChainLink[] {
  const declared = valueAt(sources.tier.declared.value, path);
  const base: ChainLink =
    declared === undefined
      ? { layer: "default", ...defaultPlace, value: valueAt(sources.tier.spec, path) }
      : { layer: "tier", ...sources.tier.declared.placeOf(path), value: valueAt(sources.tier.spec, path) };
  const own = overrides
    .filter((override) => isAbove(override.path, path))
    .map((override) => overrideLink(override, path));
  const before = own.at(-1)?.value ?? base.value;
  return [
    ...(base.value === undefined && own.length > 0 ? [] : [base]),
    ...own,
    ...floorLinks(path, before, decided, floors, sources),
  ];
}

const isAbove = (ancestor: Path, path: Path) => ancestor.every((key, index) => key === path[index]);

function overrideLink(override: Override, path: Path): ChainLink {
  const value = isMap(override.value) ? valueAt(override.value, path.slice(override.path.length)) : override.value;
  return { layer: "override", ...override.valuePlace, ...(value === null ? {} : { value }) };
}

/** A link for each floor that raised the value, in the order in which they did. */
function floorLinks(
  path: Path,
  before: unknown,
  decided: unknown,
  floors: readonly DemandedFloor[],
  sources: TenantSources,
): readonly ChainLink[] {
  let value = before;
  const links: ChainLink[] = [];
  for (const floor of floors.filter((candidate) => candidate.path === path.join("."))) {
    if (value !== decided && !isSatisfied(floor, value)) {
      value = leastOf(floor.demand);
      const reason = `${floor.framework.id} ${floor.control}`;
      links.push({ layer: "framework", ...placeOfFramework(sources, floor.framework), value, reason });
    }
  }
  return links;
}
