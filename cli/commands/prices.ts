import { Command, InvalidArgumentError } from "commander";
import { findPriceBook, pricedRegions } from "../../catalog/prices/index.ts";
import { checkPrices, type PriceCheck } from "../../fleet/cost/check-prices.ts";
import { sampleStacks } from "../../fleet/cost/sample-stacks.ts";
import { exitCodes } from "../exit-codes.ts";
import { inWords } from "../in-words.ts";
import { usualMaxAgeDays } from "../report/price-words.ts";
import { priceCheckJson, renderPriceCheck } from "../report/prices.ts";
import { fleetFolder } from "./sandbox-places.ts";

const about = `Which list prices are old, and what in this fleet has none. Looked at are every price of catalog/prices/, the control
plane, every cell, and the first tenant of each tier in each cell. Nothing is asked of the network: prices are looked up
by a person, on the page that stands beside each.`;

const more = `
Examples:
  tenantry prices check
  tenantry prices check --max-age-days 90 --json

Exit codes: 0 fine (something without a price included: it is listed), 1 a price is too old or a Region has no prices,
3 bad file, 130 interrupted.`;

/** `tenantry prices`: the price books. */
export function pricesCommand(): Command {
  return new Command("prices")
    .description("the list prices that estimates are made with")
    .addCommand(
      new Command("check")
        .description(about)
        .summary("which prices are old, and what has none")
        .option("--max-age-days <days>", "how old a price may be", wholeDays, usualMaxAgeDays)
        .option("--json", "for programs")
        .addHelpText("after", more)
        .action(check),
    );
}

function wholeDays(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError("Write a whole number of days, e.g. --max-age-days 365.");
  return Number(text);
}

async function check({ maxAgeDays, json }: { readonly maxAgeDays: number; readonly json?: true }): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const books = pricedRegions().flatMap((region) => findPriceBook(region) ?? []);
  const sides = await sampleStacks(fleetFolder()).catch(inWords);
  const found = checkPrices(books, sides, { today, maxAgeDays });
  process.stdout.write(`${json ? priceCheckJson(found, maxAgeDays, today) : renderPriceCheck(found, maxAgeDays)}\n`);
  process.exitCode = isGood(found) ? exitCodes.fine : exitCodes.error;
}

const isGood = ({ stale, regionsWithoutBook }: PriceCheck): boolean =>
  stale.length === 0 && regionsWithoutBook.length === 0;
