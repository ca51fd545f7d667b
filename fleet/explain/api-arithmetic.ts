import { apiLimits, apiWindowSeconds } from "../../model/plan/api-limits.ts";
import { quantityOf } from "../../model/quantity.ts";

/** The setting that is sold by the hour and told to a service that counts otherwise. */
export const apiRequestsPath = "configuration.limits.api_requests_per_hour";

/**
 * How an entitlement of requests an hour becomes what API Gateway is told, line by line, with who holds it (R-API-1).
 *
 * @param sold the setting's value: a number, or `unlimited`.
 */
export function apiArithmetic(sold: number | "unlimited"): readonly string[] {
  const limits = apiLimits(quantityOf(sold));
  if (limits.kind === "unlimited") return ["unlimited: no usage plan throttles it, and no number stands for it"];
  const { ratePerSecond, burst, requestsPerDay } = limits;
  const mostInAnHour = Math.floor(burst + apiWindowSeconds * ratePerSecond + 1e-6);
  return [
    `sold: ${sold} requests an hour; API Gateway knows a token bucket, and quotas by the day, week or month`,
    `burst: ${burst} requests at once: a tenth of the hour's, 5,000 at the most`,
    `rate: ${ratePerSecond} requests a second: (${sold} - ${burst}) / ${apiWindowSeconds}, rounded down`,
    `in any hour at the most: ${burst} + ${apiWindowSeconds} x ${ratePerSecond} = ${mostInAnHour} of ${sold} sold`,
    requestsPerDay === undefined
      ? "a day: no quota, since 24 hours of it are more than a quota can count"
      : `a day: ${requestsPerDay}: 24 hours of it`,
    "best effort: AWS applies rate, burst and quota without promising that nothing slips through",
    "enforced by the application: the hour itself, from its published configuration",
  ];
}
