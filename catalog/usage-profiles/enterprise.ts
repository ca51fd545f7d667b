import type { UsageProfile } from "../../model/usage-profile.ts";

/** Many people in several time zones, and machines that call the API at all hours. */
export const profile: UsageProfile = {
  tier: "enterprise",
  isolation: "database",
  users: {
    ofSold: { low: 0.1, typical: 0.3, high: 0.7 },
    whereUnlimited: { low: 1000, typical: 3000, high: 7000 },
    because: "seats are bought for the whole company, and a third of it uses the product",
  },
  storageGb: {
    ofSold: { low: 0.02, typical: 0.1, high: 0.4 },
    whereUnlimited: { low: 200, typical: 1000, high: 4000 },
    because: "ten terabytes are sold to take the question off the table",
  },
  aiSessionsPerMonth: {
    ofSold: { low: 0.1, typical: 0.3, high: 0.7 },
    whereUnlimited: { low: 10_000, typical: 60_000, high: 250_000 },
    because: "a session a working day for each active user; sold without limit",
  },
  apiRequestsPerHour: {
    ofSold: { low: 0.001, typical: 0.01, high: 0.08 },
    whereUnlimited: { low: 1000, typical: 10_000, high: 80_000 },
    because: "the limit is for bursts: 10,000 requests in an average hour are three a second, day and night",
  },
  cacheFull: {
    bands: { low: 0.05, typical: 0.15, high: 0.5 },
    because: "what lies in the cache runs out after an hour; the size is for peaks",
  },
  scaledUp: {
    bands: { low: 0, typical: 0.04, high: 0.25 },
    because: "two pods on two nodes answer an average hour; more of them run in working hours",
  },
  metricSeries: {
    bands: { low: 15, typical: 19, high: 40 },
    because: "application.yaml declares 16 at this level; those with a model as a dimension count once a model",
  },
};
