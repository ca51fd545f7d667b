import { deepEqual, equal } from "node:assert/strict";
import { TenantInstance } from "../../../components/database/tenant-instance.ts";
import type { DatabaseDataPlan } from "../../../model/plan/data-plan.ts";
import { cellOutputs } from "../../support/cell-outputs.ts";
import { arnOf, declared, keeping, kept, named } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const plan = tenantPlan("northwind-freight").data.active as DatabaseDataPlan;
const server = (more: Partial<DatabaseDataPlan> = {}) =>
  declared(
    () =>
      new TenantInstance("db", {
        plan: { ...plan, ...more },
        cell: cellOutputs,
        kmsKeyArn: arnOf("kms"),
        retention: "kept",
      }),
  );

describe("TenantInstance", () => {
  it("R-ISO-3 declares an instance of the tenant's own, encrypted with its key, in two zones, backed up and watched", async () => {
    const { inputs } = named(await server(), "db");
    const expected = {
      identifier: plan.instanceIdentifier,
      instanceClass: plan.instanceClass,
      kmsKeyId: arnOf("kms"),
      storageEncrypted: true,
      multiAz: true,
      deletionProtection: true,
      finalSnapshotIdentifier: `${plan.instanceIdentifier}-final`,
      backupRetentionPeriod: 35,
      performanceInsightsEnabled: true,
      performanceInsightsKmsKeyId: arnOf("kms"),
      monitoringInterval: 60,
      monitoringRoleArn: cellOutputs.monitoringRoleArn,
      enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
      dbName: plan.databaseName,
      vpcSecurityGroupIds: ["sg-database"],
      dbSubnetGroupName: "cell-subnets",
      maxAllocatedStorage: plan.maxAllocatedStorageGib,
    };
    deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, inputs[key]])), expected);
  });

  it("declares the read replicas that the tier entitles to, and none where it has none", async () => {
    const replicas = (await server()).filter(({ name }) => name.startsWith("db-replica-"));
    equal(replicas.length, plan.readReplicas);
    for (const { inputs } of replicas) {
      deepEqual(
        [inputs["replicateSourceDb"], inputs["storageEncrypted"], inputs["username"], inputs["skipFinalSnapshot"]],
        [plan.instanceIdentifier, true, undefined, true],
      );
    }
    const without = await server({ readReplicas: 0 });
    deepEqual(
      without.map(({ name }) => name),
      ["db", "db-parameters"],
    );
  });

  it("keeps the server when the stack goes", async () => {
    deepEqual(keeping(named(await server(), "db")), kept);
  });
});
