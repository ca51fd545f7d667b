import { z } from "zod";
import { holding } from "./rule.ts";
import { Moment } from "./scalars.ts";

/** The longest that support may be let in at a time. */
const mostHours = 72;
const hour = 3_600_000;

const window = z.strictObject({
  from: Moment.meta({ description: "From when on." }),
  until: Moment.meta({ description: `Until when; at most ${mostHours} hours after.` }),
  reason: z
    .string()
    .min(10)
    .meta({ description: "Why, in a sentence.", examples: ["invoices are missing since Monday"] }),
  approved_by: z
    .string()
    .min(3)
    .meta({ description: "Who of the tenant allowed it.", examples: ["admin@acme.example"] }),
});

/**
 * When the operator's support may look into the tenant, by the tenant's leave.
 *
 * It stands in the tenant's own file, so that history says who opened it, when and why; past its end it lets nobody in,
 * whether or not it is taken out again.
 */
export const SupportAccess = holding(window, ({ from, until }) => {
  const hours = (Date.parse(until) - Date.parse(from)) / hour;
  return hours > 0 && hours <= mostHours
    ? undefined
    : {
        code: "SUPPORT_ACCESS_WINDOW",
        message: "support is let in for a while, never for good",
        found: `${Number(hours.toFixed(2))} hours`,
        allowed: `more than 0 and at most ${mostHours} hours from \`from\` to \`until\``,
        suggestion: "write an earlier end; open it again where it was not enough",
        path: ["until"],
      };
}).meta({ description: "When the operator's support may look into the tenant, and by whose leave." });
