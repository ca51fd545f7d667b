import type { UsageProfile } from "../../model/usage-profile.ts";

/** A company that works with the product on working days. */
export const profile: UsageProfile = {
  tier: "professional",
  isolation: "schema",
  users: {
    ofSold: { low: 0.2, typical: 0.5, high: 0.9 },
    whereUnlimited: { low: 20, typical: 50, high: 90 },
    because: "seats are bought ahead of the people who fill them",
  },
  storageGb: {
    ofSold: { low: 0.05, typical: 0.2, high: 0.7 },
    whereUnlimited: { low: 5, typical: 20, high: 70 },
    because: "storage fills over the years of a subscription",
  },
  aiSessionsPerMonth: {
    ofSold: { low: 0.05, typical: 0.2, high: 0.7 },
    whereUnlimited: { low: 250, typical: 1000, high: 3500 },
    because: "a session a working day for half of the users who are there",
  },
  apiRequestsPerHour: {
    ofSold: { low: 0.002, typical: 0.02, high: 0.15 },
    whereUnlimited: { low: 20, typical: 200, high: 1500 },
    because: "the limit is for bursts: 200 requests in an average hour are 50 people at work for eight of 24 hours",
  },
  cacheFull: {
    bands: { low: 0.05, typical: 0.15, high: 0.6 },
    because: "what lies in the cache runs out after an hour",
  },
  scaledUp: {
    bands: { low: 0, typical: 0.05, high: 0.3 },
    because: "two pods answer an average hour; more of them run in working hours",
  },
  metricSeries: {
    bands: { low: 15, typical: 17, high: 22 },
    because: "application.yaml declares 16 at this level; those with a model as a dimension count once a model",
  },
};
