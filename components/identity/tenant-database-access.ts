import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import { policyDocument } from "./policy-document.ts";

export interface TenantDatabaseAccessArgs {
  readonly cell: CellReference;
  /** Name of the tenant's own IAM role. */
  readonly roleName: pulumi.Input<string>;
  /** Resource id of the server: `db-…`, or `cluster-…` of an Aurora cluster. */
  readonly databaseResourceId: pulumi.Input<string>;
  /** Resource id of a proxy before the server (`prx-…`); absent where there is none. */
  readonly proxyResourceId?: pulumi.Input<string>;
  /** PostgreSQL role of the tenant, and the only one it may log in as. */
  readonly databaseUser: string;
}

/** Lets a tenant's own IAM role log in as its own database user, on its own server. Costs nothing. */
export class TenantDatabaseAccess extends pulumi.ComponentResource {
  constructor(name: string, args: TenantDatabaseAccessArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantDatabaseAccess", name, {}, opts);
    const { cell, roleName, databaseResourceId, databaseUser } = args;
    const { partition, region, accountId } = cell;
    const userAt = (id: pulumi.Input<string>) =>
      pulumi.interpolate`arn:${partition}:rds-db:${region}:${accountId}:dbuser:${id}/${databaseUser}`;
    const server = userAt(databaseResourceId);
    const Resource = args.proxyResourceId === undefined ? server : [server, userAt(args.proxyResourceId)];
    const policy = policyDocument([{ Sid: "OwnDatabaseUser", Effect: "Allow", Action: "rds-db:connect", Resource }]);
    new RolePolicy(name, { name: "database-access", role: roleName, policy }, { parent: this });
    this.registerOutputs({});
  }
}
