import { deepEqual, equal } from "node:assert/strict";
import { CellRdsServer } from "../../../components/database/cell-rds-server.ts";
import type { Retention } from "../../../components/retention.ts";
import { arnOf, declared, keeping, kept, named, shortNames } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const server = (retention: Retention = "kept") =>
  declared(
    () =>
      new CellRdsServer("db", {
        plan: cellPlan("us-1").database,
        parameterGroupName: "cell-parameters",
        retention,
        kmsKeyArn: arnOf("kms"),
        subnetGroupName: "subnets",
        securityGroupId: "sg-db",
        monitoringRoleArn: arnOf("iam"),
      }),
  );

describe("CellRdsServer", () => {
  it("R-SEC-3 declares an encrypted instance with a stand-by, IAM logins, backups and insight", async () => {
    const all = await server();
    deepEqual(shortNames(all), ["Instance db", "ParameterGroup db-parameters"]);
    const { inputs } = named(all, "db");
    const expected = {
      storageEncrypted: true,
      kmsKeyId: arnOf("kms"),
      manageMasterUserPassword: true,
      masterUserSecretKmsKeyId: arnOf("kms"),
      iamDatabaseAuthenticationEnabled: true,
      multiAz: true,
      publiclyAccessible: false,
      deletionProtection: true,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: "tenantry-sandbox-cell-us-1-db-final",
      performanceInsightsEnabled: true,
      monitoringInterval: 60,
      enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
    };
    deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, inputs[key]])), expected);
    equal(inputs["password"], undefined);
    deepEqual(keeping(named(all, "db")), kept);
  });

  it("R-SEC-9 forces TLS, and applies what is read at the start at the next one", async () => {
    const { family, parameters } = named(await server(), "db-parameters").inputs;
    equal(family, "postgres17");
    const byName = new Map((parameters as { name: string }[]).map((parameter) => [parameter.name, parameter]));
    deepEqual(byName.get("rds.force_ssl"), { name: "rds.force_ssl", value: "1", applyMethod: "immediate" });
    deepEqual(byName.get("max_connections"), {
      name: "max_connections",
      value: "4500",
      applyMethod: "pending-reboot",
    });
  });

  it("leaves a last snapshot when it is released, and none where the data is given up", async () => {
    const endOf = async (retention: Retention) => {
      const { deletionProtection, skipFinalSnapshot, finalSnapshotIdentifier } = named(
        await server(retention),
        "db",
      ).inputs;
      return [deletionProtection, skipFinalSnapshot, finalSnapshotIdentifier];
    };
    deepEqual(await endOf("released"), [false, false, "tenantry-sandbox-cell-us-1-db-final"]);
    deepEqual(await endOf("discarded"), [false, true, undefined]);
  });
});
