import { DefaultPrivileges } from "@pulumi/postgresql/defaultPrivileges.js";
import { Grant } from "@pulumi/postgresql/grant.js";
import { Role } from "@pulumi/postgresql/role.js";
import { Schema } from "@pulumi/postgresql/schema.js";
import type * as pulumi from "@pulumi/pulumi";
import type { DatabaseLimitsPlan } from "../../model/plan/data-plan.ts";
import { type Retention, retainedAs } from "../retention.ts";
import { loginRole } from "./login-role.ts";

export interface SchemaRolesArgs {
  readonly schemaName: string;
  /** NOLOGIN; owns the schema, so that the tenant can neither drop nor re-grant it. */
  readonly ownerRoleName: string;
  readonly roleName: string;
  readonly limits: DatabaseLimitsPlan;
  readonly groups: readonly string[];
  readonly login: boolean;
  readonly retention: Retention;
}

export interface SchemaRoles {
  readonly owner: Role;
  readonly role: Role;
}

export interface OwnSchemaArgs extends SchemaRoles {
  readonly databaseName: pulumi.Input<string>;
  readonly schemaName: string;
  readonly retention: Retention;
}

/**
 * The platform's role that owns a tenant's schema, and the tenant's own. A database that is the tenant's as a whole
 * depends on them, so that it goes first: PostgreSQL drops no role that a database still says something of.
 */
export function schemaRoles(name: string, args: SchemaRolesArgs, opts: pulumi.CustomResourceOptions): SchemaRoles {
  const kept = { ...opts, ...retainedAs(args.retention) };
  return {
    owner: new Role(`${name}-owner`, { name: args.ownerRoleName, login: false }, kept),
    role: loginRole(`${name}-role`, args, kept),
  };
}

/**
 * A schema of a tenant's own inside a database: the platform owns it, the tenant may use it and create in it.
 *
 * Functions made there are nobody's to execute until granted: PostgreSQL's own default is everybody.
 */
export function ownSchema(name: string, args: OwnSchemaArgs, opts: pulumi.CustomResourceOptions): void {
  const kept = { ...opts, ...retainedAs(args.retention) };
  const { databaseName: database, owner, role, retention } = args;
  const schema = new Schema(
    `${name}-schema`,
    { name: args.schemaName, database, owner: owner.name, dropCascade: retention !== "kept" },
    kept,
  );
  new Grant(
    `${name}-schema-use`,
    { database, schema: schema.name, role: role.name, objectType: "schema", privileges: ["CREATE", "USAGE"] },
    opts,
  );
  closeFunctions(`${name}-owner-functions`, database, owner, opts);
  closeFunctions(`${name}-role-functions`, database, role, opts);
}

/** Without a schema: the default of one schema cannot take away what the default of all schemas gives. */
function closeFunctions(
  name: string,
  database: pulumi.Input<string>,
  owner: Role,
  opts: pulumi.CustomResourceOptions,
): void {
  new DefaultPrivileges(
    name,
    { database, owner: owner.name, role: "public", objectType: "function", privileges: [] },
    opts,
  );
}
