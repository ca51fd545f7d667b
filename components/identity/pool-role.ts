import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import { configurationKeyStatement } from "../configuration/configuration-statements.ts";
import { ownNamespace } from "./own-namespace.ts";
import { podTrust } from "./pod-trust.ts";
import { type PolicyStatement, policyDocument } from "./policy-document.ts";
import { workloadReachStatements } from "./workload-statements.ts";

export interface PoolRoleArgs {
  readonly cell: CellReference;
  readonly roleName: string;
  readonly namePrefix: string;
  readonly clusterArn: pulumi.Input<string>;
  readonly cellKeyArn: pulumi.Input<string>;
  /** Resource id (`db-…`) of the cell's database server, which database users' ARNs are made from. */
  readonly databaseResourceId: pulumi.Input<string>;
  readonly permissionsBoundaryArn: pulumi.Input<string>;
  /** What other capabilities let the tier's sessions do, e.g. call AI models. */
  readonly statements: readonly PolicyStatement[];
}

/**
 * Role of all workloads of one pool tier: what a session reaches is written against its own namespace's tag.
 *
 * Bucket, log groups and database user of a tenant carry its namespace's name (`model/naming.ts`); a session without
 * the tag matches nothing. Costs nothing, holds no data.
 */
export class PoolRole extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: PoolRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:PoolRole", name, {}, opts);
    const { cell, roleName, clusterArn, permissionsBoundaryArn } = args;
    const parent = { parent: this };

    const role = new Role(
      name,
      { name: roleName, assumeRolePolicy: podTrust({ cell, clusterArn }), permissionsBoundary: permissionsBoundaryArn },
      parent,
    );
    new RolePolicy(`${name}-policy`, { name: "access", role: role.name, policy: policyOf(args) }, parent);

    this.arn = role.arn;
    this.registerOutputs({ arn: this.arn });
  }
}

function policyOf({
  cell,
  namePrefix,
  cellKeyArn,
  databaseResourceId,
  statements,
}: PoolRoleArgs): pulumi.Input<string> {
  const { partition, region, accountId } = cell;
  const bucketName = `${namePrefix}-${ownNamespace}-data`;
  return policyDocument([
    ...workloadReachStatements({
      cell,
      bucketName,
      logGroupPrefix: `/${namePrefix}/${ownNamespace}/`,
      secretPrefix: `${namePrefix}/${ownNamespace}/`,
    }),
    {
      Sid: "OwnObjectsKey",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: cellKeyArn,
      Condition: {
        StringEquals: {
          "kms:ViaService": `s3.${region}.amazonaws.com`,
          "kms:EncryptionContext:aws:s3:arn": `arn:${partition}:s3:::${bucketName}`,
        },
      },
    },
    configurationKeyStatement(cell, cellKeyArn),
    {
      Sid: "OwnDatabaseUser",
      Effect: "Allow",
      Action: "rds-db:connect",
      Resource: pulumi.interpolate`arn:${partition}:rds-db:${region}:${accountId}:dbuser:${databaseResourceId}/${ownNamespace}`,
    },
    ...statements,
  ]);
}
