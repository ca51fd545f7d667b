import { usageProfileOf } from "../../catalog/usage-profiles/index.ts";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import type { UsageLevel } from "../../model/usage-profile.ts";
import { cloudOf } from "../synth/cloud.ts";
import type { SynthesisedStack } from "../synth/synthesised-stack.ts";
import { always, type CostBands, perLevel, plus } from "./bands.ts";
import type { MicroUsd } from "./money.ts";
import { type CostLine, type FindBook, ownBooks, type PricedCharge, priceCharge, sumOf } from "./price-charges.ts";
import { linesOf, type PricedResources, priceResources } from "./price-resources.ts";
import { cellUsage, isCell } from "./usage/cell-usage.ts";
import { tenantUsage } from "./usage/tenant-usage.ts";
import type { UsageCharge } from "./usage/usage-charge.ts";

/** What one stack costs a month; list prices. */
export interface StackEstimate {
  /** What is charged by being there, whoever uses it. */
  readonly base: MicroUsd;
  /** What its use is charged: a tenant's by its tier's profile, a cell's own; nothing for other stacks. */
  readonly usage: CostBands;
  /** `base` and `usage` together. */
  readonly total: CostBands;
  readonly baseLines: readonly CostLine[];
  readonly usageLines: Readonly<Record<UsageLevel, readonly CostLine[]>>;
  /** Tier whose profile says what is used; absent where no tenant is. */
  readonly profile?: string;
  /**
   * Types of resources that no price, or not every price, is known of, each with how many there are; and kinds of use,
   * as `usage: AI`, each with how many of its charges have none.
   */
  readonly unpriced: Readonly<Record<string, number>>;
  /** Regions that something is in and no price book is of, sorted. */
  readonly regionsWithoutBook: readonly string[];
}

/**
 * What a stack's own resources, and their use, cost a month.
 *
 * @param plan a tenant's; without it, nothing of a tenant's use is counted.
 * @param books prices by Region; absent: those of the catalog.
 */
export function estimateStack(
  { resources }: Pick<SynthesisedStack, "resources">,
  plan?: TenantPlan,
  books: FindBook = ownBooks,
): StackEstimate {
  const there = priceResources(resources, books);
  if (plan !== undefined) return estimateTenant(there, plan, books);
  const { region } = cloudOf(resources.find(({ type }) => type === "pulumi:providers:aws")?.inputs);
  return estimateWith(there, priceUsage(isCell(resources) ? cellUsage : () => [], region, books));
}

/** The same of a tenant whose resources are priced already, be it as another's that declares the same. */
export function estimateTenant(there: PricedResources, plan: TenantPlan, books: FindBook): StackEstimate {
  const profile = usageProfileOf(plan.tenant.tier, plan.tenant.isolation);
  const used = priceUsage((level) => tenantUsage(plan, profile, level), plan.cell.region, books);
  return { ...estimateWith(there, used), profile: profile.tier };
}

function estimateWith(there: PricedResources, used: ReturnType<typeof priceUsage>): StackEstimate {
  const base = sumOf(there.lines);
  return {
    base,
    usage: used.bands,
    total: plus(always(base), used.bands),
    baseLines: there.lines,
    usageLines: used.lines,
    unpriced: { ...there.unpriced, ...used.unpriced },
    regionsWithoutBook: [...new Set([...there.regionsWithoutBook, ...used.regionsWithoutBook])].toSorted(),
  };
}

type FoundUse = UsageCharge & { readonly found: PricedCharge; readonly region: string };

function priceUsage(chargesAt: (level: UsageLevel) => readonly UsageCharge[], cellRegion: string, books: FindBook) {
  const at = (level: UsageLevel): readonly FoundUse[] =>
    chargesAt(level).map((use) => {
      const region = use.region ?? cellRegion;
      return { ...use, region, found: priceCharge(use.item, use, region, books) };
    });
  const found = perLevel(at);
  const lines = perLevel((level) => linesOf(found[level].map((use) => use.found)));
  const missing = new Map(
    found.high
      .filter((use) => use.found.kind !== "priced")
      .map((use) => [`${use.region} ${use.item} ${use.meter}`, use]),
  );
  const counts = Object.entries(Object.groupBy(missing.values(), ({ item }) => `usage: ${item}`));
  return {
    lines,
    bands: perLevel((level) => sumOf(lines[level])),
    unpriced: Object.fromEntries(counts.map(([item, all]) => [item, all?.length ?? 0])),
    regionsWithoutBook: [...missing.values()].filter((use) => use.found.kind === "no-book").map(({ region }) => region),
  };
}
