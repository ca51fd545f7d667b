import type { Quantity } from "../quantity.ts";
import type { ApiLimitsPlan } from "./api-plan.ts";

/** The window that the entitlement counts in. */
export const apiWindowSeconds = 3600;
const hoursOfDay = 24;
/** Tokens that the account's own bucket holds (https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html). */
const accountBurst = 5000;
/** Requests a second of the whole account; a plan that says more promises what nobody gets. */
const accountRate = 10_000;
/** A quota is a 32-bit integer. */
const largestQuota = 2_147_483_647;
/** Share of an hour's requests that may come at once. */
const burstShare = 0.1;
/** Finest rate that is told apart: a millionth of a request a second. */
const ratesInOne = 1_000_000;

/**
 * What API Gateway is told of an entitlement by the hour. It counts days, weeks and months, and throttles by a token
 * bucket, so the hour becomes a bucket from which no more than the hour's requests come out within any hour:
 * `burst + 3600 × rate` stays below the next whole request; and a quota of 24 hours a day. All of it rounds down.
 *
 * AWS applies both as best effort, not as hard limits
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html); the hour itself is
 * the application's to enforce, from its published configuration.
 */
export function apiLimits(requestsPerHour: Quantity): ApiLimitsPlan {
  if (requestsPerHour.kind === "unlimited") return { kind: "unlimited" };
  const sold = Math.floor(requestsPerHour.amount);
  const burst = sold === 0 ? 0 : Math.min(accountBurst, Math.max(1, Math.floor(sold * burstShare)));
  // One request an hour: a bucket that never fills again would stay shut, so it fills by what no hour notices.
  const perSecond = Math.max(sold === 0 ? 0 : 1 / ratesInOne, (sold - burst) / apiWindowSeconds);
  const perDay = sold * hoursOfDay;
  return {
    kind: "limited",
    ratePerSecond: Math.min(accountRate, Math.floor(perSecond * ratesInOne + 1e-9) / ratesInOne),
    burst,
    ...(perDay > largestQuota ? {} : { requestsPerDay: perDay }),
  };
}

/** Whether two limits come to the same usage plan. */
export const isSameLimit = (one: ApiLimitsPlan, other: ApiLimitsPlan): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
