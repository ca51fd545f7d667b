import type { UsageProfile } from "../../model/usage-profile.ts";

/** A very large or regulated customer that has a cell to itself. */
export const profile: UsageProfile = {
  tier: "custom",
  isolation: "cluster",
  users: {
    ofSold: { low: 0.1, typical: 0.3, high: 0.7 },
    whereUnlimited: { low: 3000, typical: 15_000, high: 80_000 },
    because: "sold without limit: a large company, a third of it using the product",
  },
  storageGb: {
    ofSold: { low: 0.1, typical: 0.3, high: 0.7 },
    whereUnlimited: { low: 500, typical: 4000, high: 25_000 },
    because: "sold without limit: some years of records",
  },
  aiSessionsPerMonth: {
    ofSold: { low: 0.1, typical: 0.3, high: 0.7 },
    whereUnlimited: { low: 30_000, typical: 200_000, high: 1_500_000 },
    because: "sold without limit: a session a working day for two thirds of the active users",
  },
  apiRequestsPerHour: {
    ofSold: { low: 0.001, typical: 0.01, high: 0.08 },
    whereUnlimited: { low: 3000, typical: 30_000, high: 250_000 },
    because: "sold without limit: 30,000 requests in an average hour are eight a second, day and night",
  },
  cacheFull: {
    bands: { low: 0.02, typical: 0.1, high: 0.4 },
    because: "what lies in the cache runs out after an hour; the size is for peaks",
  },
  scaledUp: {
    bands: { low: 0, typical: 0.08, high: 0.4 },
    because: "three nodes answer an average hour; more of them run in working hours",
  },
  metricSeries: {
    bands: { low: 15, typical: 19, high: 40 },
    because: "application.yaml declares 16 at this level; those with a model as a dimension count once a model",
  },
};
