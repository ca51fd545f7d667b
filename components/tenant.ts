import * as pulumi from "@pulumi/pulumi";
import type { CellOutputs } from "../model/outputs.ts";
import type { TenantPlan } from "../model/plan/tenant-plan.ts";
import { TenantCompute } from "./compute/tenant-compute.ts";
import { type TenantData, tenantData } from "./database/tenant-data.ts";
import { TenantDatabaseAccess } from "./identity/tenant-database-access.ts";
import { logGroupPrefixOf, type WorkloadRole, workloadRole } from "./identity/workload-role.ts";
import { RecoveryKey } from "./keys/recovery-key.ts";
import { TenantKey } from "./keys/tenant-key.ts";
import { TenantLogs } from "./monitoring/tenant-logs.ts";
import type { Retention } from "./retention.ts";
import { TenantBucket } from "./storage/tenant-bucket.ts";
import { TenantBucketReplica } from "./storage/tenant-bucket-replica.ts";
import { configurationDocument } from "./tenant-configuration.ts";

export interface TenantArgs {
  /** Plain data, never an Output: it decides which resources exist. */
  readonly plan: TenantPlan;
  /** What the tenant's cell hands out. */
  readonly cell: CellOutputs;
  readonly retention: Retention;
}

/**
 * Everything that one tenant owns, whatever its tier: key, bucket, logs and identity hang here and never move.
 *
 * The level of isolation selects only the children that hold data, whose names carry the level, and the compute, whose
 * name carries the cell: in one cell a tenant's namespace is the same at every level. Data survives `pulumi destroy`
 * unless it is released.
 */
export class Tenant extends pulumi.ComponentResource {
  readonly keyArn: pulumi.Output<string>;
  readonly bucketName: pulumi.Output<string>;
  readonly data: TenantData;

  constructor(name: string, args: TenantArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:Tenant", name, {}, opts);
    const { plan, cell, retention } = args;
    const place: Place = { name, ...args, opts: { parent: this } };

    const role = workloadRole(`${name}-role`, plan, cell, place.opts);
    const key = declareKey(place, role.arn);
    const kmsKeyArn = key?.arn ?? pulumi.output(cell.keyArn);
    const bucket = declareBucket(place, kmsKeyArn);
    copyBucket(place, bucket, kmsKeyArn);
    new TenantLogs(`${name}-logs`, { plan: plan.logGroups, retention, kmsKeyArn }, place.opts);
    this.data = declareData(place, kmsKeyArn);
    letIntoDatabase(place, role, this.data);
    declareCompute(place, role.arn, this.data);

    this.keyArn = kmsKeyArn;
    this.bucketName = bucket.bucketName;
    this.registerOutputs({ keyArn: this.keyArn, bucketName: this.bucketName });
  }
}

interface Place extends TenantArgs {
  readonly name: string;
  readonly opts: pulumi.ComponentResourceOptions;
}

function declareKey({ name, plan, retention, opts }: Place, roleArn: pulumi.Input<string>): TenantKey | undefined {
  if (plan.key.kind === "cell") return undefined;
  const workload = { roleArn, namespace: plan.compute.namespace, bucketName: plan.bucket.bucketName };
  const { replica } = plan.bucket;
  return new TenantKey(
    `${name}-key`,
    {
      plan: plan.key,
      cell: plan.cell,
      retention,
      workload,
      logGroupPrefix: logGroupPrefixOf(plan),
      ...(replica === undefined ? {} : { replicationRoleName: replica.roleName }),
    },
    opts,
  );
}

function declareBucket({ name, plan, cell, retention, opts }: Place, kmsKeyArn: pulumi.Output<string>): TenantBucket {
  return new TenantBucket(
    `${name}-bucket`,
    {
      plan: plan.bucket,
      partition: plan.cell.partition,
      retention,
      kmsKeyArn,
      logBucketName: cell.logBucketName,
    },
    opts,
  );
}

function copyBucket(place: Place, source: TenantBucket, sourceKeyArn: pulumi.Output<string>): void {
  const { name, plan, cell, retention, opts } = place;
  const { replica } = plan.bucket;
  if (replica === undefined) return;
  if (plan.key.kind !== "own") {
    throw new Error(`the tenant ${plan.tenant.id} has a copy in ${replica.region}, and so needs a key of its own`);
  }
  const key = new RecoveryKey(
    `${name}-recovery-key`,
    {
      plan: plan.key,
      cell: plan.cell,
      region: replica.region,
      retention,
      primaryKeyArn: sourceKeyArn,
      replicationRoleName: replica.roleName,
    },
    opts,
  );
  new TenantBucketReplica(
    `${name}-bucket-replica`,
    {
      plan: replica,
      cell: plan.cell,
      retention,
      source,
      sourceKeyArn,
      replicaKeyArn: key.arn,
      permissionsBoundaryArn: cell.permissionsBoundaryArn,
    },
    opts,
  );
}

function declareData({ name, plan, cell, retention, opts }: Place, kmsKeyArn: pulumi.Output<string>): TenantData {
  const login = plan.phase === "active";
  const { active, preparing, retiring } = plan.data;
  const declare = (data: typeof active) =>
    tenantData(`${name}-data-${data.isolation}`, { plan: data, cell, kmsKeyArn, login, retention }, opts);
  for (const other of [preparing, retiring]) if (other !== undefined) declare(other);
  return declare(active);
}

/** On a cell's server of a pool the tier's role says who may log in as whom. */
function letIntoDatabase({ name, plan, cell, opts }: Place, role: WorkloadRole, data: TenantData): void {
  if (role.roleName === undefined) return;
  new TenantDatabaseAccess(
    `${name}-database-access`,
    {
      cell: plan.cell,
      roleName: role.roleName,
      databaseResourceId: data.resourceId ?? cell.databaseResourceId,
      databaseUser: plan.data.active.roleName,
    },
    opts,
  );
}

function declareCompute(
  { name, plan, cell, opts }: Place,
  workloadRoleArn: pulumi.Input<string>,
  data: TenantData,
): void {
  new TenantCompute(
    `${name}-compute-${plan.cell.id}`,
    { plan, cell, workloadRoleArn, configuration: configurationDocument(plan, data) },
    opts,
  );
}
