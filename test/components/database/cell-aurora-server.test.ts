import { deepEqual, equal } from "node:assert/strict";
import { CellAuroraServer } from "../../../components/database/cell-aurora-server.ts";
import { arnOf, declared, keeping, kept, named } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const plan = cellPlan("umbra-1").database;
const server = () =>
  declared(
    () =>
      new CellAuroraServer("db", {
        plan,
        parameterGroupName: "cell-parameters",
        retention: "kept",
        kmsKeyArn: arnOf("kms"),
        subnetGroupName: "subnets",
        securityGroupId: "sg-db",
        monitoringRoleArn: arnOf("iam"),
      }),
  );

describe("CellAuroraServer", () => {
  it("R-ISO-4 declares an encrypted Aurora PostgreSQL cluster with a writer and the readers that are planned", async () => {
    const all = await server();
    const { engine, storageEncrypted, iamDatabaseAuthenticationEnabled, deletionProtection } = named(all, "db").inputs;
    deepEqual(
      [engine, storageEncrypted, iamDatabaseAuthenticationEnabled, deletionProtection],
      ["aurora-postgresql", true, true, true],
    );
    const instances = all.filter(({ type }) => type.endsWith(":ClusterInstance"));
    equal(instances.length, plan.instances);
    deepEqual(
      instances.map(({ name, inputs }) => [name, inputs["identifier"], inputs["publiclyAccessible"]]),
      instances.map((_, index) => [`db-${index + 1}`, `${plan.identifier}-${index + 1}`, false]),
    );
    equal(named(all, "db-parameters").inputs["family"], "aurora-postgresql17");
  });

  it("keeps cluster and instances when the stack goes", async () => {
    const all = (await server()).filter(({ type }) => /:(Cluster|ClusterInstance)$/.test(type));
    deepEqual([...new Set(all.map((resource) => JSON.stringify(keeping(resource))))], [JSON.stringify(kept)]);
  });
});
