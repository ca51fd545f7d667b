import { namespaceName } from "../naming.ts";
import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import type { CellSpec } from "../specs/cell-spec.ts";
import type { FleetSpec } from "../specs/fleet-spec.ts";

/** What every resource of a fleet says of itself, so that bills can be split and strays found. */
export const fleetTags = (fleet: FleetSpec) => ({
  "managed-by": "tenantry",
  fleet: fleet.name,
  environment: fleet.environment,
});

/** Tags of what a tenant owns: its id, never a name or an address of a person. */
export const tenantTags = ({ spec, configuration }: ResolvedTenant, cell: CellSpec, fleet: FleetSpec) => ({
  ...fleetTags(fleet),
  "cost-allocation": "tenant",
  tenant: spec.id,
  tier: configuration.tier,
  isolation: spec.placement.isolation,
  // Named like the tag of EKS Pod Identity's sessions, which policies compare it with.
  "kubernetes-namespace": namespaceName(spec.uid),
  cell: cell.id,
  // The cell's backup plan takes buckets of the pool by their tags, and leaves out what says so.
  ...(configuration.infrastructure.storage.backup_enabled ? {} : { backup: "off" }),
});

/** Tags of what a cell's tenants share: its cost is split by metered use. */
export const cellTags = (cell: CellSpec, fleet: FleetSpec) => ({
  ...fleetTags(fleet),
  "cost-allocation": "cell",
  cell: cell.id,
});
