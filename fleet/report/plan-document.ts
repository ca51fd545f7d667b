import { z } from "zod";
import { dangers } from "../plan/fleet-plan.ts";

const amount = z.number().describe("US dollars a month, list prices");
const count = z.int().min(0);
const operation = z.enum(["create", "update", "replace", "delete"]);

const property = z
  .object({
    path: z.string().describe("As the engine writes it: `tags.owner`, `ingress[0].fromPort`."),
    before: z.unknown().optional().describe("Absent where the property is new; a secret is `[secret]`."),
    after: z.unknown().optional().describe("Absent where the property is taken away; a secret is `[secret]`."),
    forcesReplace: z
      .enum(["outside", "ours"])
      .optional()
      .describe("Present where it forces a replacement: by the provider's own data, or by a rule of this project."),
    decidedBy: z.string().optional().describe("`file:line:column` of what decided it, where one line did."),
  })
  .loose();

const groupOperation = z
  .object({
    op: operation,
    urn: z.string(),
    type: z.string(),
    name: z.string().describe("Logical name; `{tenant}` and `{uid}` stand for the tenant's."),
    properties: z.array(property),
    options: z.array(z.object({ option: z.string() }).loose()),
    isDataBearing: z.boolean(),
    danger: z.enum(dangers).optional(),
  })
  .loose();

const group = z
  .object({
    tenants: z.array(z.string()).describe("Ids of tenants; of shared stacks their names."),
    danger: z.enum(dangers),
    operations: z.array(groupOperation),
    predicted: z.boolean().describe("Compared with recorded outputs instead of a synthesised base."),
  })
  .loose();

const exception = z.object({
  gate: z.string(),
  resource: z.string(),
  property: z.string().optional(),
  reason: z.string(),
  approvedBy: z.string(),
  until: z.string(),
});

const gate = z.object({
  gate: z.string(),
  verdict: z.enum(["refused", "excepted"]),
  tenant: z.string().nullable().describe("null for a stack that tenants share."),
  stack: z.string(),
  resource: z.string().nullable().describe("Logical name; null where the stack as a whole is meant."),
  property: z.string().nullable(),
  reason: z.string(),
  exception: exception.nullable().describe("The one that lifts it; of a refused finding, one that has ended."),
});

/** The document of `tenantry plan --json` and `--output`: a contract. More keys may come; these stay. */
export const PlanDocument = z
  .object({
    formatVersion: z.literal(1).describe("Raised when a key changes its meaning."),
    verdict: z.enum(["safe", "needs-approval", "not-safe"]).describe("Whether it may be merged."),
    base: z.string().describe("Commit of the base."),
    head: z.string().describe("Commit of the head, with `+dirty` where the checkout has changes of its own."),
    affected: z.array(z.string()).describe("Ids of all tenants that change, sorted."),
    affectedStacks: z.array(z.string()).describe("Stacks that tenants share and that change."),
    groups: z.array(group).describe("Stacks that the change does the same to, most dangerous first."),
    gates: z.array(gate),
    cost: z
      .object({
        base: amount,
        head: amount,
        delta: amount,
        unpriced: z.record(z.string(), count).describe("Types without a price, each with how many there are."),
        bands: z.object({ low: amount, typical: amount, high: amount }),
      })
      .loose(),
    failures: z.array(
      z
        .object({
          stack: z.string(),
          side: z.enum(["base", "head"]),
          message: z.string(),
          place: z.string().optional(),
        })
        .loose(),
    ),
    renamed: z.array(z.object({ from: z.string(), to: z.string() })),
    effort: z
      .object({
        mode: z.enum(["classes", "exhaustive"]),
        tenants: count,
        classes: count,
        synthesised: count,
        resources: count,
      })
      .loose(),
  })
  .loose()
  .meta({ title: "Plan of a fleet", description: "What `tenantry plan --json` prints and `--output` writes." });
export type PlanDocument = z.infer<typeof PlanDocument>;
