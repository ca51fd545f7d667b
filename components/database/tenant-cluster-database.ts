import { Database } from "@pulumi/postgresql/database.js";
import * as pulumi from "@pulumi/pulumi";
import type { ClusterDataPlan } from "../../model/plan/data-plan.ts";
import { type Retention, retainedAs } from "../retention.ts";
import { allowConnect, closeDatabase } from "./closed-database.ts";
import { ownSchema, schemaRoles } from "./own-schema.ts";

export interface TenantClusterDatabaseArgs {
  readonly plan: ClusterDataPlan;
  readonly login: boolean;
  readonly retention: Retention;
}

/**
 * A database of the tenant's own on the Aurora cluster of its own cell; the provisioning role owns it.
 *
 * Costs nothing beyond the cell. Database, schema and roles survive `pulumi destroy` unless released.
 */
export class TenantClusterDatabase extends pulumi.ComponentResource {
  readonly databaseName: pulumi.Output<string>;
  readonly roleName: pulumi.Output<string>;

  constructor(name: string, args: TenantClusterDatabaseArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantClusterDatabase", name, {}, opts);
    const { plan, login, retention } = args;
    const parent = { parent: this };

    const { owner, role } = schemaRoles(name, { ...plan, login, retention, groups: [] }, parent);
    const database = new Database(
      `${name}-database`,
      { name: plan.databaseName },
      { ...parent, ...retainedAs(retention), dependsOn: [owner, role] },
    );
    const inside = { ...parent, deletedWith: database };
    closeDatabase(name, database.name, inside);
    ownSchema(name, { ...plan, retention, databaseName: database.name, owner, role }, inside);
    allowConnect(`${name}-connect`, { database: database.name, role: role.name }, inside);

    this.databaseName = database.name;
    this.roleName = role.name;
    this.registerOutputs({ databaseName: this.databaseName, roleName: this.roleName });
  }
}
