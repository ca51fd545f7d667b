import { cloudOf } from "../synth/cloud.ts";
import type { SynthesisedResource } from "../synth/synthesised-stack.ts";
import type { StackNeighbours } from "./charges/charge.ts";
import { chargeRules } from "./charges/index.ts";
import { type CostLine, type FindBook, type PricedCharge, priceCharge } from "./price-charges.ts";

/** What resources cost a month by being there. */
export interface PricedResources {
  readonly lines: readonly CostLine[];
  /** Types that have no price, or not all of theirs, each with how many there are. */
  readonly unpriced: Readonly<Record<string, number>>;
  /** Regions that have no price book, sorted. */
  readonly regionsWithoutBook: readonly string[];
}

/** Objects of a cluster and of a database server cost nothing by themselves: their server does. */
const isCharged = (type: string): boolean => type.startsWith("aws:");

/** Prices what is declared. A resource of which one charge has no price counts as unpriced; its others still count. */
export function priceResources(resources: readonly SynthesisedResource[], books: FindBook): PricedResources {
  const neighbours = neighboursIn(resources);
  const regionOf = regionsIn(resources);
  const lines: CostLine[] = [];
  const unpriced: Record<string, number> = {};
  const withoutBook = new Set<string>();
  for (const resource of resources) {
    const { type } = resource;
    if (!isCharged(type)) continue;
    const region = regionOf(resource);
    const found = chargeRules
      .get(type)?.(resource, neighbours)
      ?.map((one) => priceCharge(type, one, region, books));
    if (!isPriced(found)) unpriced[type] = (unpriced[type] ?? 0) + 1;
    if (found?.some(({ kind }) => kind === "no-book")) withoutBook.add(region);
    lines.push(...linesOf(found));
  }
  return { lines, unpriced, regionsWithoutBook: [...withoutBook].toSorted() };
}

const isPriced = (found: readonly PricedCharge[] | undefined): boolean =>
  found?.every(({ kind }) => kind === "priced") ?? false;

export const linesOf = (found: readonly PricedCharge[] | undefined): readonly CostLine[] =>
  found?.flatMap((one) => (one.kind === "priced" ? [one.line] : [])) ?? [];

/** Resources by type, listed when the first one is asked for. */
function neighboursIn(resources: readonly SynthesisedResource[]): StackNeighbours {
  let byType: Map<string, readonly SynthesisedResource[]> | undefined;
  return {
    ofType: (type) => {
      byType ??= Map.groupBy(resources, (resource) => resource.type);
      return byType.get(type) ?? [];
    },
  };
}

/** Where a resource is: the Region of its own, else its provider's. */
function regionsIn(resources: readonly SynthesisedResource[]): (resource: SynthesisedResource) => string {
  const providers = new Map(
    resources
      .filter(({ type }) => type === "pulumi:providers:aws")
      .map(({ urn, inputs }) => [urn, cloudOf(inputs).region]),
  );
  const elsewhere = cloudOf(undefined).region;
  return ({ inputs, options }) => {
    const own = inputs["region"];
    return typeof own === "string" ? own : (providers.get(options?.provider ?? "") ?? elsewhere);
  };
}
