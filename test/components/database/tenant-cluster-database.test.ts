import { deepEqual, equal } from "node:assert/strict";
import { TenantClusterDatabase } from "../../../components/database/tenant-cluster-database.ts";
import type { ClusterDataPlan } from "../../../model/plan/data-plan.ts";
import { declared, keeping, kept, named } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const plan = tenantPlan("umbra-health").data.active as ClusterDataPlan;
const database = () => declared(() => new TenantClusterDatabase("umbra", { plan, login: true, retention: "kept" }));

describe("TenantClusterDatabase", () => {
  it("R-ISO-4 declares a database of the tenant's own, closed to everybody but its role", async () => {
    const all = await database();
    equal(named(all, "umbra-database").inputs["name"], plan.databaseName);
    deepEqual(named(all, "umbra-closed").inputs, {
      database: plan.databaseName,
      role: "public",
      objectType: "database",
      privileges: [],
    });
    deepEqual(named(all, "umbra-connect").inputs, {
      database: plan.databaseName,
      role: plan.roleName,
      objectType: "database",
      privileges: ["CONNECT"],
    });
    deepEqual(keeping(named(all, "umbra-database")), kept);
  });

  it("R-ISO-4 puts a schema of the platform's inside, which the tenant may use", async () => {
    const { database: inside, owner } = named(await database(), "umbra-schema").inputs;
    deepEqual([inside, owner], [plan.databaseName, plan.ownerRoleName]);
  });
});
