import type { CellUsageProfile } from "../../model/usage-profile.ts";

/** A cell's own use, whoever its tenants are. */
export const cellProfile: CellUsageProfile = {
  flowLogsGb: {
    bands: { low: 5, typical: 30, high: 200 },
    because: "a line for each connection and minute: about 120 bytes, of nodes, database, endpoints and caches",
  },
  clusterLogsGb: {
    bands: { low: 5, typical: 20, high: 80 },
    because: "the API server's audit log, mostly of what controllers do by themselves",
  },
  endpointDataGb: {
    bands: { low: 20, typical: 100, high: 1000 },
    because: "images, logs, metrics and secrets go through the endpoints; objects do not, their endpoint is free",
  },
  balancerUnits: {
    bands: { low: 1, typical: 1, high: 5 },
    because: "a capacity unit is 25 new connections or 1,000 active ones a second, or a gigabyte an hour",
  },
  trailEvents: {
    bands: { low: 100_000, typical: 1_000_000, high: 20_000_000 },
    because: "objects that the platform itself reads and writes; tenants' are in their own use",
  },
};
