import type * as pulumi from "@pulumi/pulumi";
import type { CellOutputs } from "../../model/outputs.ts";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import type { Retention } from "../retention.ts";

export interface TenantArgs {
  /** Plain data, never an Output: it decides which resources exist. */
  readonly plan: TenantPlan;
  /** What the tenant's cell hands out. */
  readonly cell: CellOutputs;
  readonly retention: Retention;
}

/** Where a tenant's capabilities are declared: its logical name, its plan and cell, and the root as parent. */
export interface TenantPlace extends TenantArgs {
  readonly name: string;
  readonly opts: pulumi.ComponentResourceOptions;
}
