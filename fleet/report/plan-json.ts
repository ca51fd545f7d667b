import type { GateVerdict } from "../gates/gate.ts";
import type { ChangeGroup, FleetPlan } from "../plan/fleet-plan.ts";
import { readSecrets } from "../synth/secret-value.ts";
import type { PlanDocument } from "./plan-document.ts";
import { isOfTenants } from "./plan-totals.ts";
import { planVerdict } from "./plan-verdict.ts";

/** Items in a piece of text: a plan of any fleet is written without ever being one text. */
const itemsInPiece = 1_000;

/**
 * The document of `tenantry plan --json` and `--output` in pieces, to be written one after the other: for a fleet of
 * 100,000 tenants it may be longer than a text can be. One group or finding a line. Secrets are `[secret]`.
 */
export function* planJsonPieces(plan: FleetPlan): Generator<string> {
  const { base, head, affected, affectedStacks, groups, gates, failures, renamed, ...rest } = plan;
  yield `{\n  "formatVersion": 1,\n  "verdict": ${json(planVerdict(plan).kind)},\n`;
  yield `  "base": ${json(base)},\n  "head": ${json(head)},\n`;
  yield* list("affected", affected, json);
  yield* list("affectedStacks", affectedStacks, json);
  yield* list("groups", groups, (group) => json(listedGroup(group)));
  yield* list("gates", gates, (found) => json(listedVerdict(found)));
  yield* list("failures", failures, json);
  yield* list("renamed", renamed ?? [], json);
  yield Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `  ${json(key)}: ${json(value)}`)
    .join(",\n");
  yield "\n}\n";
}

/** The whole document as one text; for a fleet of many thousand different tenants write the pieces instead. */
export const planJson = (plan: FleetPlan): string => [...planJsonPieces(plan)].join("");

function* list<Item>(key: string, items: readonly Item[], write: (item: Item) => string): Generator<string> {
  yield `  ${json(key)}: [`;
  for (let from = 0; from < items.length; from += itemsInPiece) {
    const piece = items.slice(from, from + itemsInPiece).map((item) => `\n    ${write(item)}`);
    yield `${from === 0 ? "" : ","}${piece.join(",")}`;
  }
  yield items.length === 0 ? "],\n" : "\n  ],\n";
}

/** Recorded values hold secrets in the wire's wrapper, which is opened here so that none is written. */
const listedGroup = ({ operations, ...group }: ChangeGroup) => ({
  ...group,
  operations: operations.map(({ properties, options, ...operation }) => ({
    ...operation,
    properties: properties.map((change) => ({ ...change, ...sides(change) })),
    options: options.map((change) => ({ ...change, ...sides(change) })),
  })),
});

const sides = (change: { readonly before?: unknown; readonly after?: unknown }) => ({
  ...("before" in change ? { before: readSecrets(change.before) } : {}),
  ...("after" in change ? { after: readSecrets(change.after) } : {}),
});

const listedVerdict = (found: GateVerdict): PlanDocument["gates"][number] => ({
  gate: found.gate,
  verdict: found.verdict,
  tenant: isOfTenants({ tenants: [found.stack] }) ? found.stack : null,
  stack: found.stack,
  resource: found.resource ?? null,
  property: found.property ?? null,
  reason: found.reason,
  exception: found.exception ?? null,
});

const json = (value: unknown): string => JSON.stringify(value);
