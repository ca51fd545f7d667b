import { deepEqual } from "node:assert/strict";
import { findLeftovers } from "../../../cli/demo/leftovers.ts";
import type { Existing, Sandbox } from "../../../sandbox/index.ts";

const key = { package: "aws", type: "aws:kms/key:Key", id: "k", tags: {} };
const sandboxWith = (existing: Partial<Existing>) =>
  ({ list: async () => ({ things: [], postgres: [], kubernetes: [], ...existing }) }) as unknown as Sandbox;

describe("findLeftovers", () => {
  it("takes a key that waits for its end and a last snapshot for what AWS leaves, and nothing else", async () => {
    const things = [
      { ...key, state: "PendingDeletion" },
      { ...key, type: "aws:rds/snapshot:Snapshot", id: "s", state: "available" },
    ];
    deepEqual(await findLeftovers(sandboxWith({ things })), { lines: [], scheduled: 1, snapshots: 1 });
  });

  it("names a live key, a database server and a cluster that no stack took away", async () => {
    const postgres = [{ identifier: "db", host: "127.0.0.1", port: 1, databases: [], roles: [] }];
    const kubernetes = [{ clusterName: "c", endpoint: "https://127.0.0.1:2", namespaces: [] }];
    const things = [{ ...key, state: "Enabled" }];
    const found = await findLeftovers(sandboxWith({ things, postgres, kubernetes }));
    deepEqual(found.lines, ["aws:kms/key:Key k", "database server db", "cluster c"]);
  });
});
