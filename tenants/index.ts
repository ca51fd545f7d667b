/** Reading tenants: one with what it stands on, or a fleet with all of its checks. */
export { type FleetReading, readFleet } from "./read-fleet.ts";
export { readTenant } from "./read-tenant.ts";
export { listTenantIds } from "./tenant-files.ts";
