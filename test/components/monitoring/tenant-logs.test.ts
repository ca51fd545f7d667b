import { deepEqual } from "node:assert/strict";
import { TenantLogs } from "../../../components/monitoring/tenant-logs.ts";
import { arnOf, declared, keeping, kept } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const logs = (id: string) =>
  declared(
    () => new TenantLogs("logs", { plan: tenantPlan(id).logGroups, retention: "kept", kmsKeyArn: arnOf("kms") }),
  );

describe("TenantLogs", () => {
  it("R-MON-3 declares the categories that the tier owns, encrypted and with its retention", async () => {
    const groupsOf = async (id: string) =>
      (await logs(id)).map(({ name, inputs }) => [name, inputs["retentionInDays"], inputs["kmsKeyId"]]);
    deepEqual(
      (await groupsOf("blue-kite")).map(([name]) => name),
      ["logs-application", "logs-audit"],
    );
    deepEqual(
      await groupsOf("acme-corp"),
      ["application", "audit", "performance", "security"].map((category) => [`logs-${category}`, 90, arnOf("kms")]),
    );
  });

  it("keeps logs when the stack goes", async () => {
    deepEqual((await logs("blue-kite")).map(keeping), [kept, kept]);
  });
});
