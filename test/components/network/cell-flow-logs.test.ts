import { deepEqual, equal } from "node:assert/strict";
import { CellFlowLogs } from "../../../components/network/cell-flow-logs.ts";
import { arnOf, declared, keeping, kept, named, shortNames, statement } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const resources = () =>
  declared(
    () =>
      new CellFlowLogs("flow", { plan: cellPlan("us-1"), retention: "kept", kmsKeyArn: arnOf("kms"), vpcId: "vpc-0" }),
  );

describe("CellFlowLogs", () => {
  it("R-ISO-4 R-MON-3 logs all traffic of the network, encrypted and with an end", async () => {
    const all = await resources();
    deepEqual(shortNames(all), ["LogGroup flow", "Role flow-role", "RolePolicy flow-role-policy", "FlowLog flow-vpc"]);
    const { trafficType, vpcId } = named(all, "flow-vpc").inputs;
    deepEqual([trafficType, vpcId], ["ALL", "vpc-0"]);
    const { name, retentionInDays, kmsKeyId } = named(all, "flow").inputs;
    deepEqual([name, retentionInDays, kmsKeyId], ["/tenantry-sandbox/cell-us-1/flow-logs", 365, arnOf("kms")]);
    deepEqual(keeping(named(all, "flow")), kept);
  });

  it("R-SEC-4 writes into its own group alone", async () => {
    const all = await resources();
    const arn = "arn:aws:logs:us-east-1:123456789012:log-group:/tenantry-sandbox/cell-us-1/flow-logs";
    deepEqual(statement(named(all, "flow-role-policy"), "FlowLogs").Resource, [arn, `${arn}:*`]);
    equal(statement(named(all, "flow-role"), "Service", "assumeRolePolicy").Effect, "Allow");
  });
});
