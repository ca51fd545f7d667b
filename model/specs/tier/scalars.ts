import { z } from "zod";

/** A whole number of at least 0, or the word `unlimited`. */
export const quantity = z
  .union([z.int().min(0), z.literal("unlimited")])
  .describe("A whole number, or the word unlimited.");

/** A feature that a tier has (`on`), sells on request (`available`), or does not have (`off`). */
export const feature = z
  .enum(["on", "available", "off"])
  .describe(
    "on: every tenant of the tier has it; available: a tenant may switch it on; off: the tier does not sell it.",
  );

/** A whole number of days within a service's bounds. */
export const days = (min: number, max: number) => z.int().min(min).max(max);

/** A share in percent. */
export const percent = z.number().min(0).max(100);
