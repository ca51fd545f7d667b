import { Command } from "commander";
import type { CostFailure } from "../../fleet/cost/estimate-all.ts";
import { type FleetCost, fleetCost } from "../../fleet/cost/fleet-cost.ts";
import { usdOf } from "../../fleet/cost/money.ts";
import { planFailure } from "../../fleet/plan/failure-words.ts";
import { printable } from "../../model/printable.ts";
import { ProblemsError } from "../../model/problems.ts";
import { kindOf } from "../connect/known-name.ts";
import { exitCodes } from "../exit-codes.ts";
import { renderCosts, renderLines } from "../report/cost.ts";
import { costJson } from "../report/cost-json.ts";
import { bookMissing, staleNotice } from "../report/price-words.ts";
import { fleetFolder } from "./sandbox-places.ts";

const about = `What tenants cost a month at list prices, before anything is provisioned: their own resources (base), what they use by
their tier's usage profile (little, typical, much), and their share of their cell; beside it the tier's price and the
margin. What nobody takes of a cell is idle, and apart. What has no price is listed, never counted as nothing.`;

const more = `
Examples:
  tenantry cost                                   every tenant, cell and the control plane
  tenantry cost acme-corp --lines                 what one tenant's cost is made of
  tenantry cost acme-corp blue-kite --budget      ends with 5 where one is beyond its tier's budget

--budget holds base and typical use, what the tenant's own budget would see, against the tier's
billing.budget_monthly_usd; the share of the cell is not in it. A negative margin is a warning and no error.

Exit codes: 0 fine, 1 error, or prices of a Region are missing, 3 bad file, 5 over budget (only with --budget),
130 interrupted. Documentation: docs/cost.md`;

interface Options {
  readonly json?: true;
  readonly lines?: true;
  readonly budget?: true;
}

/** `tenantry cost`: what tenants cost a month. */
export function costCommand(): Command {
  return new Command("cost")
    .description(about)
    .argument("[tenants...]", "tenants' ids; without one, the whole fleet")
    .option("--lines", "what each tenant's cost is made of, as well")
    .option("--budget", "ends with 5 where a tenant is beyond its tier's budget")
    .option("--json", "for programs")
    .addHelpText("after", more)
    .action(cost);
}

async function cost(tenants: readonly string[], { json, lines, budget }: Options): Promise<void> {
  const root = fleetFolder();
  for (const id of tenants) kindOf(id, root, ["tenant"]);
  const wanted = [...new Set(tenants)];
  const found = await fleetCost(root, wanted.length === 0 ? {} : { tenants: wanted });
  const text = json
    ? costJson(found)
    : [renderCosts(found), ...(lines ? found.tenants.map(renderLines) : [])].join("\n");
  process.stdout.write(`${text}\n`);
  for (const line of [...warnings(found), ...found.failures.map(failureLine)]) process.stderr.write(`${line}\n`);
  process.exitCode = exitCodeOf(found, wanted, budget === true);
}

function warnings({ tenants, cells, controlPlane }: FleetCost): readonly string[] {
  const estimates = [...tenants, ...cells, ...(controlPlane === undefined ? [] : [controlPlane])];
  const missing = new Set(estimates.flatMap(({ regionsWithoutBook }) => regionsWithoutBook));
  const regions = new Set(
    tenants.flatMap(({ baseLines, usageLines }) => [...baseLines, ...usageLines.high]).map(({ region }) => region),
  );
  const today = new Date().toISOString().slice(0, 10);
  return [
    ...unpricedLine(estimates),
    ...tenants
      .filter(({ margin }) => margin.typical < 0)
      .map(
        ({ tenant, margin }) =>
          `warning: ${printable(tenant)} costs ${usd(-margin.typical)} USD a month more than its tier is sold for`,
      ),
    ...tenants
      .filter(({ isOverBudget }) => isOverBudget)
      .map(
        ({ tenant, base, usage, budget }) =>
          `warning: ${printable(tenant)} comes to ${usd(base + usage.typical)} USD a month by itself, beyond its tier's budget of ${usd(budget)} USD`,
      ),
    ...[...missing].map(bookMissing),
    ...[...regions].toSorted().flatMap((region) => staleNotice(region, today) ?? []),
  ];
}

const usd = (micro: number): string => usdOf(micro).toFixed(2);

function unpricedLine(
  estimates: readonly { readonly unpriced: Readonly<Record<string, number>> }[],
): readonly string[] {
  const counts = new Map<string, number>();
  for (const [type, count] of estimates.flatMap(({ unpriced }) => Object.entries(unpriced))) {
    counts.set(type, (counts.get(type) ?? 0) + count);
  }
  const shown = [...counts].toSorted().map(([type, count]) => `${count} × ${type.split(":").at(-1)}`);
  return shown.length === 0 ? [] : [`without a price, and in no sum: ${shown.join(", ")}`];
}

const failureLine = ({ stack, error }: CostFailure): string =>
  `${printable(stack)} could not be estimated:\n${planFailure(stack, "head", error).message}`;

/** A tenant that was not asked for and cannot be read is only missing among those who share the cell. */
function exitCodeOf({ tenants, cells, failures }: FleetCost, wanted: readonly string[], isBudgetHeld: boolean): number {
  const grave = failures.filter(
    ({ stack }) => wanted.length === 0 || wanted.includes(stack) || stack.startsWith("cell-"),
  );
  if (grave.length > 0)
    return grave.some(({ error }) => error instanceof ProblemsError) ? exitCodes.badFile : exitCodes.error;
  if ([...tenants, ...cells].some(({ regionsWithoutBook }) => regionsWithoutBook.length > 0)) return exitCodes.error;
  return isBudgetHeld && tenants.some(({ isOverBudget }) => isOverBudget) ? exitCodes.budget : exitCodes.fine;
}
