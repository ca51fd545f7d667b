import { deepEqual } from "node:assert/strict";
import { RestoreTest } from "../../../components/backup/restore-test.ts";
import { arnOf, declared, named, shortNames } from "../../support/declared.ts";

const test = (databaseType: "RDS" | "Aurora") =>
  declared(() => {
    new RestoreTest("test", {
      plan: { planName: "tenant_n", schedule: "cron(0 6 1 * ? *)", selectionWindowDays: 7 },
      vaultArn: arnOf("backup"),
      roleArn: arnOf("iam"),
      databaseType,
      databaseArn: arnOf("rds"),
      subnetGroupName: "subnets",
    });
  });

describe("RestoreTest", () => {
  it("R-INF-6 restores the newest recovery point of one vault on the plan's schedule", async () => {
    const resources = await test("RDS");
    deepEqual(shortNames(resources), ["RestoreTestingPlan test", "RestoreTestingSelection test-database"]);
    const { inputs } = named(resources, "test", "RestoreTestingPlan");
    deepEqual(
      [inputs["name"], inputs["scheduleExpression"], inputs["recoveryPointSelection"]],
      [
        "tenant_n",
        "cron(0 6 1 * ? *)",
        {
          algorithm: "LATEST_WITHIN_WINDOW",
          includeVaults: [arnOf("backup")],
          recoveryPointTypes: ["CONTINUOUS", "SNAPSHOT"],
          selectionWindowDays: 7,
        },
      ],
    );
  });

  it("R-INF-6 restores one database, into private subnets and in one zone", async () => {
    const overrides = async (type: "RDS" | "Aurora") =>
      named(await test(type), "test-database").inputs["restoreMetadataOverrides"];
    deepEqual(await overrides("RDS"), { dbSubnetGroupName: "subnets", multiAz: "false", publiclyAccessible: "false" });
    deepEqual(await overrides("Aurora"), { dbSubnetGroupName: "subnets" });
    const { inputs } = named(await test("Aurora"), "test-database");
    deepEqual([inputs["protectedResourceType"], inputs["protectedResourceArns"]], ["Aurora", [arnOf("rds")]]);
  });
});
