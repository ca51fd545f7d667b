import * as pulumi from "@pulumi/pulumi";
import type { TenantData } from "./database/tenant-data.ts";
import { workloadRole } from "./identity/workload-role.ts";
import { TenantLogs } from "./monitoring/tenant-logs.ts";
import { declareApi } from "./tenant/declare-api.ts";
import { declareRecords } from "./tenant/declare-audit.ts";
import { declareBackup } from "./tenant/declare-backup.ts";
import { declareBilling } from "./tenant/declare-billing.ts";
import { declareCache } from "./tenant/declare-cache.ts";
import { declareCompute } from "./tenant/declare-compute.ts";
import { declareConfiguration } from "./tenant/declare-configuration.ts";
import { declareConnections } from "./tenant/declare-connections.ts";
import { declareData, letIntoDatabase } from "./tenant/declare-data.ts";
import { declareEdge } from "./tenant/declare-edge.ts";
import { declareIdentity } from "./tenant/declare-identity.ts";
import { declareKey } from "./tenant/declare-key.ts";
import { declareModels } from "./tenant/declare-models.ts";
import { declareMonitoring } from "./tenant/declare-monitoring.ts";
import { declareSupport } from "./tenant/declare-operators.ts";
import { declarePooler } from "./tenant/declare-pooler.ts";
import { declareSecrets } from "./tenant/declare-secrets.ts";
import { declareStorage } from "./tenant/declare-storage.ts";
import type { TenantArgs, TenantPlace } from "./tenant/place.ts";

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
    const place: TenantPlace = { name, ...args, opts: { parent: this } };

    const role = workloadRole(`${name}-role`, plan, cell, place.opts);
    const key = declareKey(place, role.arn);
    const kmsKeyArn = key?.arn ?? pulumi.output(cell.keyArn);
    const { bucket, ...recovery } = declareStorage(place, kmsKeyArn);
    const logs = new TenantLogs(`${name}-logs`, { plan: plan.logGroups, retention, kmsKeyArn }, place.opts);
    declareRecords(place, kmsKeyArn, logs.groups);
    const models = declareModels(place, role, kmsKeyArn);
    declareMonitoring(place, kmsKeyArn, logs.groups);
    this.data = declareData(place, kmsKeyArn);
    const pooler = declarePooler(place, this.data);
    letIntoDatabase(place, role, this.data, pooler);
    const cacheAddress = declareCache(place, role, kmsKeyArn);
    const secrets = declareSecrets(place, role, kmsKeyArn);
    declareConnections(place, { kmsKeyArn, role, secrets, logGroups: logs.groups });
    const users = declareIdentity(place, logs.groups);
    declareSupport(place);
    declareBackup(place, { kmsKeyArn, ...recovery });
    declareEdge(place);
    declareApi(place);
    declareBilling(place);
    declareCompute(
      place,
      role.arn,
      declareConfiguration(place, { data: this.data, models, users, kmsKeyArn, cacheAddress, pooler }),
    );

    this.keyArn = kmsKeyArn;
    this.bucketName = bucket.bucketName;
    this.registerOutputs({ keyArn: this.keyArn, bucketName: this.bucketName });
  }
}
