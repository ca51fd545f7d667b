import { join } from "node:path";
import { estimateStack } from "../fleet/cost/estimate-stack.ts";
import { usdOf } from "../fleet/cost/money.ts";
import { synthStack } from "../fleet/synth/fleet.ts";
import { isOwned } from "../fleet/synth/owned.ts";
import type { SynthesisedStack } from "../fleet/synth/synthesised-stack.ts";
import { capabilityRows, declaredIn } from "./capability-rows.ts";

const root = join(import.meta.dirname, "..");
const begin = "<!-- capabilities:begin -->";
const end = "<!-- capabilities:end -->";

/** The committed tenant of each level. */
const samples = [
  { id: "blue-kite", isolation: "shared", tier: "free" },
  { id: "acme-corp", isolation: "schema", tier: "professional" },
  { id: "northwind-freight", isolation: "database", tier: "enterprise" },
  { id: "umbra-health", isolation: "cluster", tier: "custom" },
] as const;

const dollars = (amount: number) => `${amount.toFixed(2)} USD`;
const kinds = (types: readonly string[]) => types.map((type) => type.split(":").at(-1)).join(", ");

/** What a month costs before anything is used, and what comes on top of it. */
function costOf(stack: SynthesisedStack): string {
  const { base, unpriced } = estimateStack(stack);
  const types = Object.keys(unpriced);
  return [dollars(usdOf(base)), ...(types.length > 0 ? [`without a price here: ${kinds(types)}`] : [])].join("; ");
}

/** What a tenant of each level owns and what it shares, as its stack declares it; Markdown. */
export async function capabilityTable(): Promise<string> {
  const stacks = await Promise.all(samples.map(({ id }) => synthStack(id, root)));
  const declared = samples.map(({ isolation }, index) => declaredIn(isolation, stacks[index]?.resources ?? []));
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    row(["capability", ...samples.map(({ isolation, tier }) => `${isolation} (${tier})`)]),
    row(["---", ...samples.map(() => "---")]),
    ...capabilityRows.map(([capability, cell]) => row([capability, ...declared.map(cell)])),
    row(["resources of its own", ...stacks.map(({ resources }) => `${resources.filter(isOwned).length}`)]),
    row(["base cost a month", ...stacks.map(costOf)]),
  ].join("\n");
}

/** `readme` with its table made from the code. */
export async function withCapabilities(readme: string): Promise<string> {
  const [before] = readme.split(begin);
  const [, after] = readme.split(end);
  return `${before}${begin}\n${await capabilityTable()}\n${end}${after}`;
}
