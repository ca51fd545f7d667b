import Table from "cli-table3";
import type { CostBands } from "../../fleet/cost/bands.ts";
import type { CellCost, FleetCost } from "../../fleet/cost/fleet-cost.ts";
import { type MicroUsd, usdOf } from "../../fleet/cost/money.ts";
import { type CostLine, sumOf } from "../../fleet/cost/price-charges.ts";
import type { TenantCost } from "../../fleet/cost/tenant-cost.ts";
import { printable } from "../../model/printable.ts";

const plain = { style: { head: [], border: [] } };

/** Dollars and cents, thousands apart. */
const dollars = (micro: MicroUsd): string =>
  usdOf(micro).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const range = ({ low, typical, high }: CostBands): string =>
  low === high ? dollars(typical) : `${dollars(typical)}\n(${dollars(low)} – ${dollars(high)})`;

/** `at least` where something has no price: what is missing can only add to it. */
const atLeast = (unpriced: Readonly<Record<string, number>>, text: string): string =>
  Object.keys(unpriced).length === 0 ? text : `at least ${text}`;

/** Words the costs of tenants, and of the cells that they share, for a person. */
export function renderCosts({ tenants, cells, controlPlane }: FleetCost): string {
  const parts = [
    "US dollars a month at list prices: typical use (little – much use). Base, usage and shared sum to the total; idle is apart.",
    tenantTable(tenants),
    ...cells.map(renderCell),
  ];
  if (controlPlane !== undefined) {
    const { total, unpriced } = controlPlane;
    parts.push(
      `control plane: ${atLeast(unpriced, dollars(total.typical))}, shared by the whole fleet and split over nobody`,
    );
  }
  return parts.join("\n");
}

function tenantTable(tenants: readonly TenantCost[]): string {
  const table = new Table({
    ...plain,
    head: ["tenant", "tier", "base", "usage", "shared", "total", "price", "margin", "idle"],
    colAligns: ["left", "left", "right", "right", "right", "right", "right", "right", "right"],
  });
  for (const one of tenants) {
    table.push([
      printable(one.tenant),
      printable(one.tier),
      atLeast(one.unpriced, dollars(one.base)),
      range(one.usage),
      range(one.shared),
      range(one.total),
      dollars(one.price),
      range({ low: one.margin.high, typical: one.margin.typical, high: one.margin.low }),
      dollars(one.idle.typical),
    ]);
  }
  return table.toString();
}

function renderCell({ cell, tenants, cost, idle, pools, unpriced }: CellCost): string {
  const people = tenants === 1 ? "1 tenant" : `${tenants} tenants`;
  const keys = pools.map(
    (pool) =>
      `  ${pool.name}: ${dollars(pool.cost.typical)}, idle ${dollars(pool.idle.typical)}; split by ${pool.key}: ${amount(pool.taken)} of ${amount(pool.capacity)}`,
  );
  const head = `cell ${printable(cell)}, ${people}: ${atLeast(unpriced, dollars(cost.typical))}, of which idle ${dollars(idle.typical)}`;
  return [head, ...keys].join("\n");
}

const amount = (number: number): string => number.toLocaleString("en-US", { maximumFractionDigits: 2 });

/** Words what one tenant's cost is made of, the dearest first. */
export function renderLines({ tenant, baseLines, usageLines, profile, shared }: TenantCost): string {
  const table = new Table({ ...plain, head: ["what", "metered as", "typical", "little – much use"] });
  const rows = [
    ...grouped(baseLines).map(([what, lines]) => row(what, lines, lines, lines)),
    ...grouped([...usageLines.high]).map(([what]) =>
      row(what, linesOf(usageLines.low, what), linesOf(usageLines.typical, what), linesOf(usageLines.high, what)),
    ),
  ];
  for (const { cells } of rows.toSorted((one, other) => other.typical - one.typical)) table.push(cells);
  table.push(["share of the cell", "", dollars(shared.typical), `${dollars(shared.low)} – ${dollars(shared.high)}`]);
  return `${printable(tenant)}, used as tenants of tier ${printable(profile)} do:\n${table.toString()}`;
}

const shownItem = ({ item }: CostLine): string =>
  item.includes(":") ? (item.split(":").at(-1) ?? item) : `use: ${item}`;
const linesOf = (lines: readonly CostLine[], what: string) => lines.filter((line) => shownItem(line) === what);
const grouped = (lines: readonly CostLine[]) => [...Map.groupBy(lines, shownItem)];

function row(what: string, low: readonly CostLine[], typical: readonly CostLine[], high: readonly CostLine[]) {
  const meters = [...new Set(high.map(({ meter }) => meter))].join("\n");
  const span = low === high ? "" : `${dollars(sumOf(low))} – ${dollars(sumOf(high))}`;
  return { typical: sumOf(typical), cells: [what, meters, dollars(sumOf(typical)), span] };
}
