import { Database } from "@pulumi/postgresql/database.js";
import { Grant } from "@pulumi/postgresql/grant.js";
import { GrantRole } from "@pulumi/postgresql/grantRole.js";
import { Role } from "@pulumi/postgresql/role.js";
import { Schema } from "@pulumi/postgresql/schema.js";
import * as pulumi from "@pulumi/pulumi";
import { cellDatabaseNames } from "../../model/naming.ts";
import type { CellPlan } from "../../model/plan/cell-plan.ts";
import { type Retention, retainedAs } from "../retention.ts";
import { allowConnect, closeDatabase } from "./closed-database.ts";
import { iamLoginGroup } from "./login-role.ts";

export interface CellDatabaseRolesArgs {
  readonly plan: CellPlan;
  readonly retention: Retention;
}

/**
 * What a cell's server holds before tenants come: the provisioning role that tenants' stacks connect as, and in a pool
 * the databases that tenants share with the roles behind them. Nothing stays open to everybody.
 *
 * Needs a provider that is logged in as the server's master. Databases survive `pulumi destroy` unless released.
 */
export class CellDatabaseRoles extends pulumi.ComponentResource {
  constructor(name: string, args: CellDatabaseRolesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CellDatabaseRoles", name, {}, opts);
    const { plan, retention } = args;
    const place: Place = { name, plan, opts: { parent: this }, kept: { parent: this, ...retainedAs(retention) } };

    for (const open of ["postgres", "template1"]) closeDatabase(`${name}-${open}`, open, place.opts);
    const provisioner = declareProvisioner(place);
    if (plan.kind === "pool") {
      declareSharedTables(place, provisioner);
      declareSchemas(place, provisioner);
    }
    this.registerOutputs({});
  }
}

interface Place {
  readonly name: string;
  readonly plan: CellPlan;
  readonly opts: pulumi.CustomResourceOptions;
  readonly kept: pulumi.CustomResourceOptions;
}

/** Makes tenants' roles and schemas, no superuser: CREATEROLE reaches the roles that it made and was given, no others. */
function declareProvisioner({ name, plan, opts }: Place): Role {
  const provisioner = new Role(
    `${name}-provisioner`,
    {
      name: plan.database.provisionerRoleName,
      login: true,
      createRole: true,
      // In a pool the databases are made here; the one tenant of a silo gets its own.
      createDatabase: plan.kind === "silo",
    },
    // Its memberships are resources of their own, with the right to pass them on.
    { ...opts, ignoreChanges: ["roles"] },
  );
  join(`${name}-provisioner-iam`, provisioner, iamLoginGroup, opts);
  allowConnect(`${name}-provisioner-connect`, { database: "postgres", role: provisioner.name }, opts);
  return provisioner;
}

/** Makes the provisioner a member that may make others members. */
function join(
  name: string,
  provisioner: Role,
  grantRole: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): void {
  new GrantRole(name, { role: provisioner.name, grantRole, withAdminOption: true }, opts);
}

function declareSharedTables({ name, plan, opts, kept }: Place, provisioner: Role): void {
  const { database } = plan;
  const group = new Role(`${name}-shared-group`, { name: database.sharedGroupRoleName, login: false }, kept);
  const owner = new Role(`${name}-shared-owner`, { name: database.applicationOwnerRoleName, login: false }, kept);
  const deleter = new Role(`${name}-shared-deleter`, { name: database.sharedDeleterRoleName, login: false }, kept);
  join(`${name}-shared-group-provisioner`, provisioner, group.name, opts);
  // Versioned SQL runs as the owner, and makes the deleter's functions as the deleter.
  for (const [label, role] of Object.entries({ owner, deleter })) {
    new GrantRole(`${name}-shared-${label}-provisioner`, { role: provisioner.name, grantRole: role.name }, opts);
  }

  const shared = new Database(`${name}-shared`, { name: database.sharedDatabaseName }, kept);
  closeDatabase(`${name}-shared`, shared.name, opts);
  allowConnect(`${name}-shared-group-connect`, { database: shared.name, role: group.name }, opts);
  allowConnect(`${name}-shared-provisioner-connect`, { database: shared.name, role: provisioner.name }, opts);
  new Schema(
    `${name}-shared-schema`,
    { name: database.sharedSchemaName, database: shared.name, owner: owner.name, dropCascade: !kept.protect },
    kept,
  );
}

function declareSchemas({ name, plan, opts, kept }: Place, provisioner: Role): void {
  const group = new Role(`${name}-schemas-group`, { name: cellDatabaseNames.schemasGroup, login: false }, kept);
  join(`${name}-schemas-group-provisioner`, provisioner, group.name, opts);
  const schemas = new Database(`${name}-schemas`, { name: plan.database.schemasDatabaseName }, kept);
  const database = schemas.name;
  closeDatabase(`${name}-schemas`, database, opts);
  allowConnect(`${name}-schemas-group-connect`, { database, role: group.name }, opts);
  new Grant(
    `${name}-schemas-provisioner`,
    { database, role: provisioner.name, objectType: "database", privileges: ["CONNECT", "CREATE"] },
    opts,
  );
}
