import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import { podTrust } from "./pod-trust.ts";
import { policyDocument } from "./policy-document.ts";
import { workloadReachStatements } from "./workload-statements.ts";

export interface TenantRoleArgs {
  readonly cell: CellReference;
  readonly roleName: string;
  readonly namespace: string;
  readonly clusterArn: pulumi.Input<string>;
  readonly bucketName: string;
  readonly logGroupPrefix: string;
  readonly secretPrefix: string;
  readonly permissionsBoundaryArn: pulumi.Input<string>;
}

/**
 * Role of one tenant's workload: pods of its namespace, its own bucket, log groups and secrets.
 *
 * The use of its key is granted by the key's own policy, its database user by `TenantDatabaseAccess`. Costs nothing.
 */
export class TenantRole extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;
  readonly roleName: pulumi.Output<string>;

  constructor(name: string, args: TenantRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantRole", name, {}, opts);
    const parent = { parent: this };

    const role = new Role(
      name,
      { name: args.roleName, assumeRolePolicy: podTrust(args), permissionsBoundary: args.permissionsBoundaryArn },
      parent,
    );
    const policy = policyDocument(workloadReachStatements(args));
    new RolePolicy(`${name}-policy`, { name: "access", role: role.name, policy }, parent);

    this.arn = role.arn;
    this.roleName = role.name;
    this.registerOutputs({ arn: this.arn, roleName: this.roleName });
  }
}
