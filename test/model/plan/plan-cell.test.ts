import { deepEqual, equal, throws } from "node:assert/strict";
import { findModel } from "../../../catalog/models/index.ts";
import { planCell } from "../../../model/plan/plan-cell.ts";
import { application, cellNamed, fleet, tiers } from "../../support/tenant-sources.ts";

const offered = new Map([...tiers.sources].map(([name, { spec }]) => [name, spec]));
const pool = planCell(cellNamed("us-1"), fleet, {
  tiers: offered,
  application,
  findModel: (alias) => findModel(alias),
});
const silo = planCell(cellNamed("umbra-1"), fleet, {
  tiers: offered,
  application,
  findModel: (alias) => findModel(alias),
});

describe("planCell", () => {
  it("R-TIER-8 a pool shares an instance, a silo has Aurora with the tier's replicas", () => {
    deepEqual([pool.kind, pool.database.service, pool.database.instances], ["pool", "rds", 1]);
    deepEqual([silo.kind, silo.database.service, silo.database.instances], ["silo", "aurora", 4]);
  });

  it("R-ISO-5 has one role for each tier that shares its nodes, and none for the others", () => {
    deepEqual(pool.poolRoles, {
      free: "tenantry-sandbox-cell-us-1-pool-free",
      professional: "tenantry-sandbox-cell-us-1-pool-professional",
    });
    deepEqual(silo.poolRoles, {});
  });

  it("R-ISO-4 spreads over the zones that the cell's file asks for", () => {
    deepEqual(pool.network.availabilityZones, ["us-east-1a", "us-east-1b", "us-east-1c"]);
    deepEqual(
      planCell({ ...cellNamed("us-1"), zones: 2 }, fleet, {
        tiers: offered,
        application,
        findModel: (alias) => findModel(alias),
      }).network.availabilityZones.length,
      2,
    );
  });

  it("R-TEN-3 names the log bucket by the account as well, since all accounts share bucket names", () => {
    equal(pool.logBucket.bucketName, "tenantry-sandbox-cell-us-1-111122223333-logs");
  });

  it("R-INF-9 tags what tenants share as the cell's cost", () => {
    deepEqual(pool.tags, {
      "managed-by": "tenantry",
      fleet: "tenantry",
      environment: "sandbox",
      "cost-allocation": "cell",
      cell: "us-1",
    });
  });

  it("takes over connections, key rotation and phase", () => {
    deepEqual(
      [pool.database.parameters["max_connections"], pool.key.rotationPeriodDays, pool.phase],
      ["4500", 90, "active"],
    );
    equal(
      planCell(cellNamed("us-1"), fleet, {
        tiers: offered,
        application,
        findModel: (alias) => findModel(alias),
        phase: "releasing",
      }).phase,
      "releasing",
    );
  });

  it("refuses a tier that is not on offer", () => {
    throws(
      () =>
        planCell({ ...cellNamed("us-1"), tiers: ["platinum"] }, fleet, {
          tiers: offered,
          application,
          findModel: (alias) => findModel(alias),
        }),
      /tier "platinum" is not among/,
    );
  });
});
