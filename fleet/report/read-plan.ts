import { z } from "zod";
import { dangers, type FleetPlan } from "../plan/fleet-plan.ts";

const texts = z.array(z.string());
const operationKind = z.enum(["create", "update", "replace", "delete"]);
const danger = z.enum(dangers);
const amount = z.number().finite();
const count = z.number().int().nonnegative();

const change = z.object({
  path: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  forcesReplace: z.enum(["outside", "ours"]).optional(),
  decidedBy: z.string().optional(),
  isPart: z.literal(true).optional(),
});

const optionChange = z.object({
  option: z.enum(["protect", "retainOnDelete", "deletedWith", "deleteBeforeReplace", "provider", "ignoreChanges"]),
  before: z.unknown(),
  after: z.unknown(),
});

const operation = z.object({
  op: operationKind,
  urn: z.string(),
  type: z.string(),
  name: z.string(),
  properties: z.array(change),
  options: z.array(optionChange),
  isDataBearing: z.boolean(),
  deletesFirst: z.boolean().optional(),
  isRetained: z.boolean().optional(),
  replacedWith: z.string().optional(),
  isRefused: z.boolean().optional(),
  danger: danger.optional(),
});

const group = z.object({
  tenants: texts,
  danger,
  operations: z.array(operation),
  predicted: z.boolean(),
  isOffBoarding: z.literal(true).optional(),
});

/** The document says `null` where a plan has nothing. */
const absentWhereNull = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);

const verdict = z.object({
  gate: z.string(),
  stack: z.string(),
  resource: absentWhereNull(z.string()),
  property: absentWhereNull(z.string()),
  reason: z.string(),
  verdict: z.enum(["refused", "excepted"]),
  exception: absentWhereNull(
    z.object({
      gate: z.string(),
      resource: z.string(),
      property: z.string().optional(),
      reason: z.string(),
      approvedBy: z.string(),
      until: z.string(),
    }),
  ),
});

const cost = z.object({
  base: amount,
  head: amount,
  delta: amount,
  unpriced: z.record(z.string(), count),
  bands: z.object({ low: amount, typical: amount, high: amount }),
  regionsWithoutPrices: texts.optional(),
  pricesAsOf: z.string().optional(),
});

const confirmed = z.enum([...operationKind.options, "same"]);
const confirmation = z.object({
  perGroup: count,
  previewed: texts,
  notProvisioned: texts,
  failures: z.array(z.object({ stack: z.string(), reason: z.string() })),
  disagreements: z.array(z.object({ stack: z.string(), urn: z.string(), predicted: confirmed, engine: confirmed })),
  seconds: amount,
});

/**
 * Every value that a report puts into its text, by its type: narrower than the contract of `PlanDocument`, which lets
 * readers of other versions through.
 */
const TrustedForm = z.object({
  formatVersion: z.literal(1),
  base: z.string(),
  head: z.string(),
  affected: texts,
  affectedStacks: texts,
  groups: z.array(group),
  gates: z.array(verdict),
  cost,
  failures: z.array(
    z.object({ stack: z.string(), side: z.enum(["base", "head"]), message: z.string(), place: z.string().optional() }),
  ),
  renamed: z.array(z.object({ from: z.string(), to: z.string() })).optional(),
  effort: z.object({
    mode: z.enum(["classes", "exhaustive"]),
    tenants: count,
    classes: count,
    synthesised: count,
    resources: count,
  }),
  uncompared: texts.optional(),
  confirmation: confirmation.optional(),
});

/** What reading a plan's document came to; `reason` names the place and quotes nothing of the text. */
export type PlanReading =
  | { readonly kind: "read"; readonly plan: FleetPlan }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Reads what `tenantry plan --output` wrote. The text may come from anybody: every value has the form that reports
 * expect or the whole is refused, and keys that are not known are dropped.
 */
export function readPlan(text: string): PlanReading {
  const document = parsed(text);
  if (document === undefined) return { kind: "refused", reason: "it is no JSON" };
  const read = TrustedForm.safeParse(document);
  if (read.success) {
    const { formatVersion: _version, ...plan } = read.data;
    return { kind: "read", plan: plan as FleetPlan };
  }
  const [issue] = read.error.issues;
  const place = (issue?.path ?? []).filter((part) => typeof part === "number" || /^\w+$/.test(String(part))).join(".");
  return {
    kind: "refused",
    reason: `${place || "the document"} is not as tenantry plan --output of this version writes it`,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's words quote the text.
    return undefined;
  }
}
