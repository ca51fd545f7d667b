import type { Application } from "../application/index.ts";
import type { Cell } from "../cells/index.ts";
import type { Problem } from "../model/problems.ts";
import type { ResolvedTenant } from "../model/resolve/resolved-tenant.ts";
import type { FleetSpec } from "../model/specs/fleet-spec.ts";
import type { TenantFile } from "./tenant-files.ts";

/** A tenant with all that its plan is made from, checked: `planTenant(resolved, cell.spec, fleet, application.spec)`. */
export interface Tenant extends TenantFile {
  readonly resolved: ResolvedTenant;
  readonly cell: Cell;
  readonly fleet: FleetSpec;
  readonly application: Application;
}

export type TenantReading =
  | { readonly kind: "read"; readonly tenant: Tenant }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };
