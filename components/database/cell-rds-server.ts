import { Instance } from "@pulumi/aws/rds/instance.js";
import { ParameterGroup } from "@pulumi/aws/rds/parameterGroup.js";
import * as pulumi from "@pulumi/pulumi";
import { retainedAs } from "../retention.ts";
import { type CellServerArgs, insightRetentionDays, monitoringIntervalSeconds } from "./cell-server-args.ts";
import { masterSecretArnOf } from "./master-secret.ts";
import { parameterFamily, rdsParameters } from "./rds-parameters.ts";
import { instanceInsight, serverDefaults } from "./server-defaults.ts";

/**
 * An RDS instance with a stand-by in another zone, shared by the tenants of a pool.
 *
 * Costs two instances and their storage. Its data survives `pulumi destroy` unless released.
 */
export class CellRdsServer extends pulumi.ComponentResource {
  readonly host: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  readonly identifier: pulumi.Output<string>;
  readonly resourceId: pulumi.Output<string>;
  readonly masterSecretArn: pulumi.Output<string>;

  constructor(name: string, args: CellServerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CellRdsServer", name, {}, opts);
    const parent = { parent: this };

    const parameters = declareParameters(name, args, parent);
    const instance = declareInstance(name, args, parameters, { ...parent, ...retainedAs(args.retention) });

    this.host = instance.address;
    this.port = instance.port;
    this.identifier = instance.identifier;
    this.resourceId = instance.resourceId;
    this.masterSecretArn = masterSecretArnOf(instance.masterUserSecrets);
    this.registerOutputs({ host: this.host, port: this.port, identifier: this.identifier });
  }
}

function declareParameters(name: string, args: CellServerArgs, opts: pulumi.CustomResourceOptions): ParameterGroup {
  const { plan, parameterGroupName, retention } = args;
  return new ParameterGroup(
    `${name}-parameters`,
    {
      name: parameterGroupName,
      family: parameterFamily("rds", plan.engineVersion),
      parameters: rdsParameters(plan.parameters),
    },
    // A server that is kept keeps its parameters in use.
    { ...opts, retainOnDelete: retainedAs(retention).retainOnDelete },
  );
}

function declareInstance(
  name: string,
  args: CellServerArgs,
  parameters: ParameterGroup,
  opts: pulumi.CustomResourceOptions,
): Instance {
  const { plan, kmsKeyArn } = args;
  const { identifier, backupRetentionDays } = plan;
  return new Instance(
    name,
    {
      ...serverDefaults({ ...args, identifier, backupRetentionDays }),
      ...instanceInsight({ ...args, kmsKeyArn, retentionDays: insightRetentionDays, monitoringIntervalSeconds }),
      identifier,
      engine: "postgres",
      engineVersion: plan.engineVersion,
      instanceClass: plan.instanceClass,
      allocatedStorage: plan.allocatedStorageGib,
      maxAllocatedStorage: plan.maxAllocatedStorageGib,
      storageType: "gp3",
      multiAz: true,
      dbSubnetGroupName: args.subnetGroupName,
      vpcSecurityGroupIds: [args.securityGroupId],
      publiclyAccessible: false,
      username: plan.masterUsername,
      parameterGroupName: parameters.name,
      enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
      autoMinorVersionUpgrade: true,
      caCertIdentifier: "rds-ca-rsa2048-g1",
    },
    opts,
  );
}
