import { GrantRole } from "@pulumi/postgresql/grantRole.js";
import { Role } from "@pulumi/postgresql/role.js";
import * as pulumi from "@pulumi/pulumi";
import { cellDatabaseNames } from "../../model/naming.ts";
import type { CellOutputs } from "../../model/outputs.ts";
import type { DatabaseDataPlan } from "../../model/plan/data-plan.ts";
import type { Retention } from "../retention.ts";
import { allowConnect, closeDatabase } from "./closed-database.ts";
import { iamLoginGroup } from "./login-role.ts";
import { masterSecretArnOf } from "./master-secret.ts";
import { ownSchema, schemaRoles } from "./own-schema.ts";
import { serverProvider } from "./server-provider.ts";
import { TenantInstance } from "./tenant-instance.ts";

export interface TenantDatabaseArgs {
  readonly plan: DatabaseDataPlan;
  readonly cell: CellOutputs;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly login: boolean;
  readonly retention: Retention;
}

/**
 * A PostgreSQL server of the tenant's own, with its database, the role that owns the schema and the one that connects.
 *
 * Costs two instances (one stands by), their storage, and each replica once. The server survives `pulumi destroy`
 * unless released, and leaves a last snapshot; what lives inside goes and stays with it.
 */
export class TenantDatabase extends pulumi.ComponentResource {
  readonly host: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  readonly resourceId: pulumi.Output<string>;
  readonly identifier: pulumi.Output<string>;
  readonly databaseName: pulumi.Output<string>;
  readonly roleName: pulumi.Output<string>;

  constructor(name: string, args: TenantDatabaseArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantDatabase", name, {}, opts);
    const { plan } = args;
    const { instance } = new TenantInstance(`${name}-server`, args, { parent: this });
    const provider = serverProvider(
      `${name}-login`,
      {
        host: instance.address,
        port: instance.port,
        username: plan.masterUsername,
        masterSecretArn: masterSecretArnOf(instance.masterUserSecrets),
        database: plan.databaseName,
      },
      { parent: this },
    );
    const inside = { parent: this, provider, deletedWith: instance };
    fillDatabase(name, args, inside);

    this.host = instance.address;
    this.port = instance.port;
    this.resourceId = instance.resourceId;
    this.identifier = instance.identifier;
    this.databaseName = pulumi.output(plan.databaseName);
    this.roleName = pulumi.output(plan.roleName);
    this.registerOutputs({ host: this.host, port: this.port, databaseName: this.databaseName });
  }
}

/** The provisioning role is the same as on a cell's server, so that versioned SQL is applied in one way everywhere. */
function fillDatabase(name: string, args: TenantDatabaseArgs, inside: pulumi.CustomResourceOptions): void {
  const { plan, login, retention } = args;
  const { databaseName: database } = plan;
  const open = { postgres: "postgres", template1: "template1", own: database };
  for (const [label, openDatabase] of Object.entries(open)) closeDatabase(`${name}-${label}`, openDatabase, inside);

  const provisioner = new Role(
    `${name}-provisioner`,
    { name: cellDatabaseNames.provisioner, login: true },
    { ...inside, ignoreChanges: ["roles"] },
  );
  new GrantRole(`${name}-provisioner-iam`, { role: provisioner.name, grantRole: iamLoginGroup }, inside);
  const { owner, role } = schemaRoles(name, { ...plan, login, retention, groups: [] }, inside);
  ownSchema(name, { ...plan, retention, owner, role }, inside);
  // Versioned SQL runs as the owner. On a cell's server the provisioner makes the owner, and may join it by that.
  new GrantRole(`${name}-owner-provisioner`, { role: provisioner.name, grantRole: owner.name }, inside);
  allowConnect(`${name}-provisioner-connect`, { database, role: provisioner.name }, inside);
  allowConnect(`${name}-connect`, { database, role: role.name }, inside);
}
