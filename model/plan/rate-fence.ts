import type { Quantity } from "../quantity.ts";
import type { RateFencePlan } from "./edge-plan.ts";

/** Least limit of a rate-based rule, and windows that it evaluates. Source: "Rate-based rule high-level settings" (AWS WAF). */
const leastRequests = 10;
const windows = [300, 600] as const;
const hourSeconds = 3600;

/**
 * The entitlement of requests an hour as a limit of AWS WAF, rounded down: what passes in an hour of full windows is
 * never more than is sold. Undefined for `unlimited`, and where so little is sold that the service's least limit of 10
 * would let more pass.
 */
export function rateFence(requestsPerHour: Quantity): RateFencePlan | undefined {
  if (requestsPerHour.kind === "unlimited") return undefined;
  for (const windowSeconds of windows) {
    const requests = Math.floor((requestsPerHour.amount * windowSeconds) / hourSeconds);
    if (requests >= leastRequests) return { requests, windowSeconds };
  }
  return undefined;
}
