import { Instance } from "@pulumi/aws/rds/instance.js";
import { ParameterGroup } from "@pulumi/aws/rds/parameterGroup.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellOutputs } from "../../model/outputs.ts";
import type { DatabaseDataPlan } from "../../model/plan/data-plan.ts";
import { type Retention, retainedAs } from "../retention.ts";
import { parameterFamily, rdsParameters } from "./rds-parameters.ts";
import { instanceInsight, serverDefaults } from "./server-defaults.ts";

export interface TenantInstanceArgs {
  readonly plan: DatabaseDataPlan;
  readonly cell: CellOutputs;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly retention: Retention;
}

/**
 * The RDS instance of one tenant and its read replicas.
 *
 * Costs two instances and their storage, and each replica once. Survives `pulumi destroy` unless released.
 */
export class TenantInstance extends pulumi.ComponentResource {
  readonly instance: Instance;

  constructor(name: string, args: TenantInstanceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantInstance", name, {}, opts);
    const { plan, retention } = args;
    const kept = { parent: this, ...retainedAs(retention) };

    const parameters = new ParameterGroup(
      `${name}-parameters`,
      {
        name: `${plan.instanceIdentifier}-parameters`,
        family: parameterFamily("rds", plan.engineVersion),
        parameters: rdsParameters(plan.parameters),
      },
      { parent: this, retainOnDelete: retainedAs(retention).retainOnDelete },
    );
    this.instance = declareInstance(name, args, parameters, kept);
    declareReplicas(name, args, parameters, this.instance, kept);
    this.registerOutputs({ identifier: this.instance.identifier });
  }
}

function declareInstance(
  name: string,
  args: TenantInstanceArgs,
  parameters: ParameterGroup,
  opts: pulumi.CustomResourceOptions,
): Instance {
  const { plan, cell } = args;
  const { instanceIdentifier: identifier, backupRetentionDays } = plan;
  return new Instance(
    name,
    {
      ...serverDefaults({ ...args, identifier, backupRetentionDays }),
      ...hardware(args, parameters),
      identifier,
      engine: "postgres",
      engineVersion: plan.engineVersion,
      allocatedStorage: plan.allocatedStorageGib,
      dbName: plan.databaseName,
      username: plan.masterUsername,
      multiAz: plan.multiAz,
      dbSubnetGroupName: cell.databaseSubnetGroupName,
      enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
    },
    opts,
  );
}

/** What instance and replicas have alike. */
function hardware({ plan, cell, kmsKeyArn }: TenantInstanceArgs, parameters: ParameterGroup) {
  return {
    ...instanceInsight({
      kmsKeyArn,
      retentionDays: plan.performanceInsightsRetentionDays,
      monitoringIntervalSeconds: plan.monitoringIntervalSeconds,
      monitoringRoleArn: cell.monitoringRoleArn,
    }),
    instanceClass: plan.instanceClass,
    maxAllocatedStorage: plan.maxAllocatedStorageGib,
    storageType: "gp3",
    vpcSecurityGroupIds: [cell.databaseSecurityGroupId],
    publiclyAccessible: false,
    parameterGroupName: parameters.name,
    autoMinorVersionUpgrade: true,
    caCertIdentifier: "rds-ca-rsa2048-g1",
  };
}

/** A replica takes engine, storage and master from its source, and is no backup: it leaves no last snapshot. */
function declareReplicas(
  name: string,
  args: TenantInstanceArgs,
  parameters: ParameterGroup,
  source: Instance,
  opts: pulumi.CustomResourceOptions,
): void {
  const { plan, kmsKeyArn, retention } = args;
  for (let number = 1; number <= plan.readReplicas; number++) {
    new Instance(
      `${name}-replica-${number}`,
      {
        ...hardware(args, parameters),
        identifier: `${plan.instanceIdentifier}-replica-${number}`,
        replicateSourceDb: source.identifier,
        storageEncrypted: true,
        kmsKeyId: kmsKeyArn,
        iamDatabaseAuthenticationEnabled: true,
        copyTagsToSnapshot: true,
        deletionProtection: retention === "kept",
        skipFinalSnapshot: true,
      },
      opts,
    );
  }
}
