import type { UsageProfile } from "../../model/usage-profile.ts";

/** Somebody tries the product: most tenants hardly use it, a few use all that it gives. */
export const profile: UsageProfile = {
  tier: "free",
  isolation: "shared",
  users: {
    ofSold: { low: 0.2, typical: 0.6, high: 1 },
    whereUnlimited: { low: 1, typical: 3, high: 5 },
    because: "one person, sometimes a small team; the tier sells five",
  },
  storageGb: {
    ofSold: { low: 0.02, typical: 0.1, high: 0.6 },
    whereUnlimited: { low: 0.02, typical: 0.1, high: 0.6 },
    because: "documents of a trial; the tier sells one gigabyte",
  },
  aiSessionsPerMonth: {
    ofSold: { low: 0, typical: 0.1, high: 0.6 },
    whereUnlimited: { low: 0, typical: 5, high: 30 },
    because: "AI is tried once or twice; whoever likes it hits the limit",
  },
  apiRequestsPerHour: {
    ofSold: { low: 0.001, typical: 0.01, high: 0.1 },
    whereUnlimited: { low: 0.1, typical: 1, high: 10 },
    because: "the limit is for bursts: a page of the product is a few requests, and nobody is there at night",
  },
  cacheFull: {
    bands: { low: 0.05, typical: 0.2, high: 1 },
    because: "what lies in the cache runs out after an hour",
  },
  scaledUp: {
    bands: { low: 0, typical: 0, high: 0.5 },
    because: "one pod answers all of it, except in bursts",
  },
  metricSeries: {
    bands: { low: 0, typical: 1, high: 4 },
    because: "in shared tables a series speaks only from half of an entitlement up (application.yaml)",
  },
};
