import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import type { UsageLevel } from "../../model/usage-profile.ts";
import type { Tenant } from "../../tenants/tenant.ts";
import { type CostBands, perLevel, plus } from "./bands.ts";
import type { StackEstimate } from "./estimate-stack.ts";
import { type MicroUsd, microUsdOf } from "./money.ts";
import type { CostLine } from "./price-charges.ts";
import type { CellShare } from "./split-cell.ts";

/** What one tenant costs a month, and what its tier is sold for. */
export interface TenantCost {
  readonly tenant: string;
  readonly tier: string;
  readonly cell: string;
  /** Tier whose usage profile was taken. */
  readonly profile: string;
  /** Resources of its own, by being there. */
  readonly base: MicroUsd;
  /** What it uses, whoever owns it. */
  readonly usage: CostBands;
  /** Its share of its cell. */
  readonly shared: CostBands;
  /** `base`, `usage` and `shared` together. */
  readonly total: CostBands;
  /** Its part of what is idle in the cell; in no total of its own. */
  readonly idle: CostBands;
  readonly price: MicroUsd;
  /** `price` less `total`. */
  readonly margin: CostBands;
  /** What its own resources and use may cost, by its tier; what it shares is not held against it. */
  readonly budget: MicroUsd;
  readonly isOverBudget: boolean;
  readonly baseLines: readonly CostLine[];
  readonly usageLines: Readonly<Record<UsageLevel, readonly CostLine[]>>;
  readonly unpriced: Readonly<Record<string, number>>;
  readonly regionsWithoutBook: readonly string[];
}

/** Puts a tenant's estimate, its share of its cell and its tier's price together. */
export function tenantCost(
  { resolved: { configuration } }: Tenant,
  { tenant, cell }: TenantPlan,
  estimate: StackEstimate,
  { shared, idle }: CellShare,
): TenantCost {
  const total = plus(estimate.total, shared);
  const price = microUsdOf(configuration.price.monthly_usd);
  const budget = microUsdOf(configuration.billing.budget_monthly_usd);
  return {
    tenant: tenant.id,
    tier: tenant.tier,
    cell: cell.id,
    profile: estimate.profile ?? tenant.tier,
    base: estimate.base,
    usage: estimate.usage,
    shared,
    total,
    idle,
    price,
    margin: perLevel((level) => price - total[level]),
    budget,
    isOverBudget: estimate.total.typical > budget,
    baseLines: estimate.baseLines,
    usageLines: estimate.usageLines,
    unpriced: estimate.unpriced,
    regionsWithoutBook: estimate.regionsWithoutBook,
  };
}
