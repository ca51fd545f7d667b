import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import * as pulumi from "@pulumi/pulumi";
import { cellNames } from "../../model/naming.ts";
import type { CellPlan } from "../../model/plan/cell-plan.ts";
import { serviceTrust } from "../identity/service-trust.ts";
import type { CellNetwork } from "../network/cell-network.ts";
import { DatabaseEntrance } from "../network/database-entrance.ts";
import type { Retention } from "../retention.ts";
import { CellAuroraServer } from "./cell-aurora-server.ts";
import { CellRdsServer } from "./cell-rds-server.ts";

export interface CellDatabaseArgs {
  readonly plan: CellPlan;
  readonly retention: Retention;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly network: CellNetwork;
  /** Security group of the cluster's nodes, the only ones that reach the server. */
  readonly clusterSecurityGroupId: pulumi.Input<string>;
}

/**
 * The PostgreSQL server of a cell: an RDS instance that the pool shares, or an Aurora cluster in a cell of one tenant.
 *
 * The largest part of a cell's bill. Its data survives `pulumi destroy` unless released, and leaves a last snapshot.
 */
export class CellDatabase extends pulumi.ComponentResource {
  readonly host: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  readonly identifier: pulumi.Output<string>;
  readonly resourceId: pulumi.Output<string>;
  readonly masterSecretArn: pulumi.Output<string>;
  readonly securityGroupId: pulumi.Output<string>;
  readonly monitoringRoleArn: pulumi.Output<string>;

  constructor(name: string, args: CellDatabaseArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CellDatabase", name, {}, opts);
    const { plan, network, clusterSecurityGroupId } = args;
    const parent = { parent: this };

    const entrance = new DatabaseEntrance(`${name}-entrance`, { vpcId: network.vpcId, clusterSecurityGroupId }, parent);
    const monitoring = allowMonitoring(name, plan, parent);
    const Server = plan.database.service === "rds" ? CellRdsServer : CellAuroraServer;
    const server = new Server(
      `${name}-server`,
      {
        plan: plan.database,
        parameterGroupName: namesOf(plan).databaseParameters,
        retention: args.retention,
        kmsKeyArn: args.kmsKeyArn,
        subnetGroupName: network.databaseSubnetGroupName,
        securityGroupId: entrance.securityGroupId,
        monitoringRoleArn: monitoring.arn,
      },
      parent,
    );

    this.host = server.host;
    this.port = server.port;
    this.identifier = server.identifier;
    this.resourceId = server.resourceId;
    this.masterSecretArn = server.masterSecretArn;
    this.securityGroupId = entrance.securityGroupId;
    this.monitoringRoleArn = monitoring.arn;
    this.registerOutputs({ host: this.host, port: this.port, identifier: this.identifier });
  }
}

function namesOf({ namePrefix, cell }: CellPlan) {
  return cellNames(namePrefix, { id: cell.id, account_id: cell.accountId });
}

/** Enhanced monitoring writes as a role of the account's; the tenants' instances of the cell use it too. */
function allowMonitoring(name: string, plan: CellPlan, opts: pulumi.CustomResourceOptions): Role {
  const { partition, accountId } = plan.cell;
  const role = new Role(
    `${name}-monitoring`,
    {
      name: namesOf(plan).monitoringRole,
      assumeRolePolicy: serviceTrust("monitoring.rds.amazonaws.com", accountId),
    },
    opts,
  );
  const policyArn = `arn:${partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole`;
  new RolePolicyAttachment(`${name}-monitoring-policy`, { role: role.name, policyArn }, opts);
  return role;
}
