import { type CostBands, perLevel } from "../../fleet/cost/bands.ts";
import type { StackEstimate } from "../../fleet/cost/estimate-stack.ts";
import type { CellCost, FleetCost } from "../../fleet/cost/fleet-cost.ts";
import { usdOf } from "../../fleet/cost/money.ts";
import type { TenantCost } from "../../fleet/cost/tenant-cost.ts";

const usd = (bands: CostBands) => perLevel((level) => usdOf(bands[level]));

/**
 * The document of `tenantry cost --json`; its keys are a contract. Amounts are US dollars a month with six places, so
 * that they sum to the whole when added as millionths.
 */
export const costJson = ({ tenants, cells, controlPlane }: FleetCost): string =>
  JSON.stringify(
    {
      formatVersion: 1,
      currency: "USD",
      tenants: tenants.map(tenantJson),
      cells: cells.map(cellJson),
      ...(controlPlane === undefined ? {} : { controlPlane: stackJson(controlPlane) }),
    },
    null,
    2,
  );

const tenantJson = (one: TenantCost) => ({
  tenant: one.tenant,
  tier: one.tier,
  cell: one.cell,
  profile: one.profile,
  base: usdOf(one.base),
  usage: usd(one.usage),
  shared: usd(one.shared),
  total: usd(one.total),
  idle: usd(one.idle),
  price: usdOf(one.price),
  margin: usd(one.margin),
  budget: usdOf(one.budget),
  overBudget: one.isOverBudget,
  unpriced: one.unpriced,
  regionsWithoutPrices: one.regionsWithoutBook,
});

const cellJson = (one: CellCost) => ({
  cell: one.cell,
  tenants: one.tenants,
  cost: usd(one.cost),
  idle: usd(one.idle),
  split: one.pools.map(({ name, key, taken, capacity, cost, idle }) => ({
    pool: name,
    key,
    taken,
    capacity,
    cost: usd(cost),
    idle: usd(idle),
  })),
  unpriced: one.unpriced,
  regionsWithoutPrices: one.regionsWithoutBook,
});

const stackJson = ({ base, usage, total, unpriced, regionsWithoutBook }: StackEstimate) => ({
  base: usdOf(base),
  usage: usd(usage),
  total: usd(total),
  unpriced,
  regionsWithoutPrices: regionsWithoutBook,
});
