import type * as pulumi from "@pulumi/pulumi";
import type { CellOutputs } from "../../model/outputs.ts";
import type { DataPlan } from "../../model/plan/data-plan.ts";
import type { Retention } from "../retention.ts";
import { TenantClusterDatabase } from "./tenant-cluster-database.ts";
import { TenantDatabase } from "./tenant-database.ts";
import { TenantRows } from "./tenant-rows.ts";
import { TenantSchema } from "./tenant-schema.ts";

export interface TenantDataArgs {
  readonly plan: DataPlan;
  readonly cell: CellOutputs;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly login: boolean;
  readonly retention: Retention;
}

/** Where a tenant's rows are, whatever the level. */
export interface TenantData {
  readonly host: pulumi.Input<string>;
  readonly port: pulumi.Input<number>;
  readonly databaseName: pulumi.Output<string>;
  readonly roleName: pulumi.Output<string>;
  /** Resource id of a server of the tenant's own; absent on the cell's server. */
  readonly resourceId?: pulumi.Output<string>;
  /** Identifier of an RDS instance of the tenant's own; absent elsewhere. */
  readonly identifier?: pulumi.Output<string>;
}

/** Declares the place of a tenant's rows; its level is part of `name`, so that two can exist side by side. */
export function tenantData(name: string, args: TenantDataArgs, opts: pulumi.ComponentResourceOptions): TenantData {
  const { plan, cell } = args;
  const onCell = { host: cell.databaseHost, port: cell.databasePort };
  const of = ({
    databaseName,
    roleName,
  }: {
    databaseName: pulumi.Output<string>;
    roleName: pulumi.Output<string>;
  }) => ({
    ...onCell,
    databaseName,
    roleName,
  });
  switch (plan.isolation) {
    case "shared":
      return of(new TenantRows(name, { ...args, plan }, opts));
    case "schema":
      return of(new TenantSchema(name, { ...args, plan }, opts));
    case "database":
      return new TenantDatabase(name, { ...args, plan }, opts);
    case "cluster":
      return of(new TenantClusterDatabase(name, { ...args, plan }, opts));
  }
}
