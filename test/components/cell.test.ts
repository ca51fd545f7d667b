import { deepEqual, equal } from "node:assert/strict";
import { Cell } from "../../components/cell.ts";
import { synthesise } from "../../fleet/synth/synthesise.ts";
import { CellOutputs } from "../../model/outputs.ts";
import { cellPlan } from "../support/plans.ts";

const cell = (id: string) =>
  synthesise(
    () => ({
      ...new Cell(`cell-${id}`, { plan: cellPlan(id), retention: "kept", administratorArns: [] }).result,
    }),
    { stack: `cell-${id}` },
  );

describe("Cell", () => {
  it("R-ISO-4 provides network, cluster, database, key, logs and bounds, to a pool and to one tenant alike", async () => {
    const componentsOf = async (id: string) => {
      const { resources } = await cell(id);
      const root = resources.find(({ type }) => type === "tenantry:components:Cell");
      return resources
        .filter(({ parent }) => parent === root?.urn)
        .map(({ type }) => type.split(":").at(-1))
        .toSorted();
    };
    const both = [
      "BreakGlass",
      "CellBackup",
      "CellChannels",
      "CellCluster",
      "CellDatabase",
      "CellEdge",
      "CellFindings",
      "CellKey",
      "CellLogBucket",
      "CellMonitoring",
      "CellNetwork",
      "CacheEntrance",
      "CellApi",
      "CellConfiguration",
      "CellKeyRotation",
      "CellModels",
      "CellTrail",
      "CellUsage",
      "GatewayFirewall",
      "OpenIdConnectProvider",
      "OpenIdConnectProvider",
      "PermissionsBoundary",
    ].toSorted();
    deepEqual(await componentsOf("umbra-1"), both);
    const caches = cellPlan("us-1").caches.map(() => "ServerlessCache");
    equal(caches.length, 7);
    deepEqual(await componentsOf("us-1"), [...both, "PoolRole", "PoolRole", ...caches, "UserPool"]);
  });

  it("hands out exactly what tenants' stacks read, with no secret among it", async () => {
    for (const id of ["us-1", "umbra-1"]) {
      const { outputs } = await cell(id);
      equal(CellOutputs.safeParse(outputs).error, undefined);
    }
  });

  it("R-ISO-5 has one role per pool tier, and none where nobody shares", async () => {
    const rolesOf = async (id: string) => Object.keys((await cell(id)).outputs["poolRoleArns"] as object);
    deepEqual([await rolesOf("us-1"), await rolesOf("umbra-1")], [["free", "professional"], []]);
  });
});
