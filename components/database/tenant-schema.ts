import * as pulumi from "@pulumi/pulumi";
import { cellDatabaseNames } from "../../model/naming.ts";
import type { SchemaDataPlan } from "../../model/plan/data-plan.ts";
import type { Retention } from "../retention.ts";
import { ownSchema, schemaRoles } from "./own-schema.ts";

export interface TenantSchemaArgs {
  readonly plan: SchemaDataPlan;
  readonly login: boolean;
  readonly retention: Retention;
}

/**
 * A schema of the tenant's own on the cell's server, with a role that reaches no other database or schema.
 *
 * Costs nothing beyond the cell. Schema, owner and role survive `pulumi destroy` unless released.
 */
export class TenantSchema extends pulumi.ComponentResource {
  readonly databaseName: pulumi.Output<string>;
  readonly roleName: pulumi.Output<string>;

  constructor(name: string, args: TenantSchemaArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantSchema", name, {}, opts);
    const { plan, login, retention } = args;
    const parent = { parent: this };
    const groups = [cellDatabaseNames.schemasGroup];
    const { owner, role } = schemaRoles(name, { ...plan, login, retention, groups }, parent);
    ownSchema(name, { ...plan, retention, owner, role }, parent);
    this.databaseName = pulumi.output(plan.databaseName);
    this.roleName = role.name;
    this.registerOutputs({ databaseName: this.databaseName, roleName: this.roleName });
  }
}
