import { deepEqual, equal } from "node:assert/strict";
import { CellKey } from "../../../components/keys/cell-key.ts";
import { declared, keeping, kept, named, shortNames, statement } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const plan = cellPlan("us-1");

describe("CellKey", () => {
  it("R-INF-1 declares the cell's key, rotated by the cell's file, with its alias", async () => {
    const resources = await declared(() => new CellKey("cell-key", { plan, retention: "kept" }));
    deepEqual(shortNames(resources), ["Key cell-key", "Alias cell-key-alias"]);
    const { inputs } = named(resources, "cell-key");
    deepEqual([inputs["enableKeyRotation"], inputs["rotationPeriodInDays"]], [true, 90]);
    equal(named(resources, "cell-key-alias").inputs["name"], "alias/tenantry-sandbox-cell-us-1");
    deepEqual(keeping(named(resources, "cell-key")), kept);
  });

  it("R-SEC-4 is used by CloudWatch for log groups of the fleet and of the cell's cluster alone", async () => {
    const key = named(await declared(() => new CellKey("cell-key", { plan, retention: "kept" })), "cell-key");
    const logs = (sid: string) => statement(key, sid).Condition;
    const context = (name: string) => ({
      ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:us-east-1:111122223333:log-group:${name}*` },
    });
    deepEqual(logs("LogGroups"), context("/tenantry-sandbox/"));
    deepEqual(logs("ClusterLogGroups"), context("/aws/eks/tenantry-sandbox-cell-us-1/"));
  });
});
