import { z } from "zod";
import { Configuration } from "./tier/configuration.ts";
import { Infrastructure } from "./tier/infrastructure.ts";
import { Billing, Lifecycle, Monitoring, Support } from "./tier/operations.ts";

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** How far an override may go beyond (`max`) or below (`min`) what the tier sells, or the values it may take. */
export const Negotiable = z.union([
  z
    .strictObject({ max: z.union([z.number(), z.literal("unlimited")]).optional(), min: z.number().optional() })
    .refine(({ max, min }) => max !== undefined || min !== undefined, "say max, min or both"),
  z.array(scalar).min(1),
]);
export type Negotiable = z.infer<typeof Negotiable>;

/** Version of the tier files' schema that this code writes; older ones are migrated, newer ones refused. */
export const tierSchemaVersion = 1;

/** The whole template of a tier: all that it promises on one page. Absent values with a default get it. */
export const TierSpec = z
  .strictObject({
    _metadata: z.strictObject({
      template_type: z.string().regex(/^tenant_init_[a-z0-9_]+$/, "use tenant_init_ and the tier's name"),
      template_version: z
        .int()
        .min(1)
        .describe("Counts up with every change; a tenant may pin one, e.g. professional@3."),
      schema_version: z.literal(tierSchemaVersion),
    }),
    tenant_id: z.string(),
    tenant_name: z.string().optional(),
    data_residency_region: z.string().optional(),
    tier: z.string().regex(/^[a-z][a-z0-9_-]{0,30}$/, "use lower-case letters, digits, '-' and '_'"),
    support: Support,
    sla: z.strictObject({ availability_percent: z.number().min(0).max(100) }),
    price: z.strictObject({ monthly_usd: z.number().min(0) }),
    negotiable: z.record(z.string(), Negotiable).describe("Dotted path → what a tenant may negotiate beyond the tier."),
    configuration: Configuration,
    infrastructure: Infrastructure,
    monitoring: Monitoring,
    billing: Billing,
    lifecycle: Lifecycle,
  })
  .refine(isRecoveryWithinSla, {
    path: ["infrastructure", "recovery", "rto_minutes"],
    error: "is longer than the downtime that sla.availability_percent allows in a month of 30 days",
  });
export type TierSpec = z.infer<typeof TierSpec>;

const minutesOfMonth = 30 * 24 * 60;

function isRecoveryWithinSla(tier: {
  sla: { availability_percent: number };
  infrastructure: { recovery: { rto_minutes: number } };
}) {
  const allowedMinutes = (minutesOfMonth * (100 - tier.sla.availability_percent)) / 100;
  return tier.infrastructure.recovery.rto_minutes <= allowedMinutes + 1e-6;
}
