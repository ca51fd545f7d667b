import type { Origin } from "../provenance.ts";
import { placeOfFramework } from "./demanded-frameworks.ts";
import { byStrictness, type DemandedFloor, isSatisfied, leastOf } from "./floors.ts";
import { isSame, leavesOf, type Path, valueAt } from "./leaves.ts";
import type { Override } from "./override.ts";
import type { ChainLink, ResolvedTenant } from "./resolved-tenant.ts";
import type { TenantSources, TierSource } from "./sources.ts";

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
  const bases = baseLinks(traced.sources.tier);
  const touched = new Set([
    ...traced.overrides.map(({ path }) => path.join(".")),
    ...traced.floors.map(({ path }) => path),
  ]);
  const chains: Record<string, readonly ChainLink[]> = Object.create(null);
  const origins: Record<string, Origin> = Object.create(null);
  for (const { path, value } of leavesOf(traced.configuration)) {
    const dotted = path.join(".");
    const base = bases.get(dotted);
    const chain = base && !touched.has(dotted) ? [rendered(base, value)] : chainOf(path, base, traced);
    chains[dotted] = chain;
    origins[dotted] = originOf(chain.at(-1) ?? { layer: "default", ...defaultPlace });
  }
  return { origins, chains };
}

/** What the tier says with its variables put in. */
const rendered = (base: ChainLink, value: unknown): ChainLink =>
  typeof base.value === "string" && base.value !== value ? { ...base, value } : base;

/** The same for every tenant of a tier, so they are found once. */
const baseLinksOfTiers = new WeakMap<TierSource, ReadonlyMap<string, ChainLink>>();

/** What the tier, or a default where it says nothing, has to say on each leaf. */
function baseLinks(tier: TierSource): ReadonlyMap<string, ChainLink> {
  const earlier = baseLinksOfTiers.get(tier);
  if (earlier) {
    return earlier;
  }
  const links = leavesOf(tier.spec).map(({ path, value }): [string, ChainLink] => {
    const isDeclared = valueAt(tier.declared.value, path) !== undefined;
    const place = isDeclared ? tier.declared.placeOf(path) : defaultPlace;
    return [path.join("."), { layer: isDeclared ? "tier" : "default", ...place, value }];
  });
  const bases = new Map(links);
  baseLinksOfTiers.set(tier, bases);
  return bases;
}

function originOf({ layer, file, line, column, endColumn }: ChainLink): Origin {
  return { layer, file, line, column, ...(endColumn === undefined ? {} : { endColumn }) };
}

function chainOf(path: Path, base: ChainLink | undefined, traced: Traced): readonly ChainLink[] {
  const own = traced.overrides.filter((override) => isSame(override.path, path)).map(overrideLink);
  const before = own.length > 0 ? own.at(-1)?.value : base?.value;
  const weaker = [...(base ? [base] : []), ...own];
  return [...weaker, ...floorLinks(path, before, traced.floors, traced.sources)];
}

const overrideLink = ({ valuePlace, value }: Override): ChainLink => ({
  layer: "override",
  ...valuePlace,
  ...(value === null ? {} : { value }),
});

/**
 * A link for each floor that what stood before does not satisfy, the strictest last: it decides, and the others stay
 * to be seen. Which framework the tenant's file names first makes no difference to what is shown.
 */
const floorLinks = (
  path: Path,
  before: unknown,
  floors: readonly DemandedFloor[],
  sources: TenantSources,
): readonly ChainLink[] =>
  floors
    .filter((floor) => floor.path === path.join(".") && !isSatisfied(floor, before))
    .toSorted(byStrictness)
    .map((floor) => ({
      layer: "framework",
      ...placeOfFramework(sources, floor.framework),
      value: leastOf(floor.demand),
      reason: `${floor.framework.id} ${floor.control}`,
    }));
