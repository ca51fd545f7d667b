import { deepEqual, equal } from "node:assert/strict";
import { CellDatabase } from "../../../components/database/cell-database.ts";
import { CellNetwork } from "../../../components/network/cell-network.ts";
import { arnOf, declared, named } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const database = (id: string) =>
  declared(() => {
    const plan = cellPlan(id);
    const shared = { plan, retention: "kept", kmsKeyArn: arnOf("kms") } as const;
    const network = new CellNetwork("net", shared);
    new CellDatabase("db", { ...shared, network, clusterSecurityGroupId: "sg-cluster" });
  });

describe("CellDatabase", () => {
  it("R-TIER-8 runs RDS in a pool and Aurora in a cell of one tenant", async () => {
    equal(named(await database("us-1"), "db-server").type, "aws:rds/instance:Instance");
    equal(named(await database("umbra-1"), "db-server").type, "aws:rds/cluster:Cluster");
  });

  it("R-SEC-9 is reached from the cluster's group, in the network's private subnets", async () => {
    const all = await database("us-1");
    equal(named(all, "db-entrance-from-cluster").inputs["referencedSecurityGroupId"], "sg-cluster");
    const { dbSubnetGroupName } = named(all, "db-server").inputs;
    equal(dbSubnetGroupName, named(all, "net-databases").inputs["name"]);
  });

  it("R-ISO-3 has a role for enhanced monitoring, which tenants' instances of the cell use too", async () => {
    const all = await database("us-1");
    deepEqual(
      [named(all, "db-monitoring").inputs["name"], named(all, "db-monitoring-policy").inputs["policyArn"]],
      ["tenantry-sandbox-cell-us-1-monitoring", "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"],
    );
  });
});
