import { deepEqual, equal, ok } from "node:assert/strict";
import { type FleetCost, fleetCost } from "../../../fleet/cost/fleet-cost.ts";
import { FleetFolder } from "../../support/fleet-folder.ts";

const shownOf = ({ tenants, cells }: FleetCost) => ({
  tenants: tenants.map(({ tenant, base, usage, shared, total, unpriced }) => ({
    tenant,
    base,
    usage,
    shared,
    total,
    unpriced,
  })),
  cells: cells.map(({ cell, cost, idle }) => ({ cell, cost, idle })),
});

describe("cost of a fleet", () => {
  it("R-INF-9 says the same of tenants alike as if each were synthesised, and tells tenants apart that differ", async () => {
    const fleet = new FleetFolder();
    try {
      const uids = ["a2c4e6gk", "b2c4e6gk", "c2c4e6gk", "d2c4e6gk", "e2c4e6gk", "f2c4e6gk"];
      for (const [index, uid] of uids.entries()) {
        fleet.copyTenant(index % 2 === 0 ? "acme-corp" : "northwind-freight", `copy-${index}`, uid);
      }
      // One brings no Slack channel, one has more sold, one a larger server.
      fleet.edit("tenants/copy-0.yaml", "limits.max_users: 500", "limits.max_users: 400");
      fleet.edit("tenants/copy-1.yaml", "database: { read_replicas: 1 }", "database: { read_replicas: 2 }");
      const byClasses = await fleetCost(fleet.root, {});
      const one = await fleetCost(fleet.root, { isExhaustive: true });
      deepEqual(byClasses.failures, []);
      deepEqual(shownOf(byClasses), shownOf(one));
      const baseOf = (id: string) => byClasses.tenants.find(({ tenant }) => tenant === id)?.base ?? 0;
      equal(baseOf("copy-3"), baseOf("copy-5"));
      ok(baseOf("copy-1") > baseOf("copy-3"), "a replica more");
    } finally {
      fleet.remove();
    }
  });

  it("keeps going where one stack cannot be synthesised, and leaves out what needs it", async () => {
    const fleet = new FleetFolder();
    try {
      fleet.edit("cells/umbra-1.yaml", "zones: 3", "zones: 99");
      const { tenants, failures } = await fleetCost(fleet.root, {});
      deepEqual(
        tenants.map(({ tenant }) => tenant),
        ["acme-corp", "blue-kite", "northwind-freight"],
      );
      ok(failures.some(({ stack }) => stack === "umbra-health"));
    } finally {
      fleet.remove();
    }
  });
});
