import { deepEqual, equal, match, ok } from "node:assert/strict";
import { renderResourceRadius } from "../../../cli/report/blast-radius.ts";
import { attachedTo, standsOn } from "../../../fleet/graph/blast-radius.ts";
import { type ReadBlastRadius, readBlastRadius } from "../../../fleet/graph/read-blast-radius.ts";
import { FleetFolder } from "../../support/fleet-folder.ts";

const project = new URL("../../..", import.meta.url).pathname;

describe("the blast radius of a cell's resource", () => {
  let read: ReadBlastRadius;
  before(async () => {
    read = await readBlastRadius("us-1", project);
  });
  const resource = (name: string) => {
    const found = read.radius.resources.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no ${name}`);
    return found;
  };
  const all = ["acme-corp", "blue-kite", "northwind-freight"];

  it("R-USE-2 are the tenants whose resources name it: a pool's server is not a silo's", () => {
    deepEqual(read.radius.tenants, all);
    deepEqual(resource("cell-us-1-cluster").namedBy.toSorted(), all);
    deepEqual(resource("cell-us-1-database-server").namedBy.toSorted(), ["acme-corp", "blue-kite"]);
    deepEqual(resource("cell-us-1-users-free").namedBy, ["blue-kite"]);
    deepEqual(resource("cell-us-1-pool-professional").namedBy, ["acme-corp"]);
  });

  it("R-USE-2 are those too that name something which depends on it", () => {
    const key = resource("cell-us-1-key");
    deepEqual([...key.namedBy, ...key.through].toSorted(), all);
    ok(!key.namedBy.includes("acme-corp"), "it has a key of its own");
    const network = resource("cell-us-1-network");
    deepEqual([...network.namedBy, ...network.through].toSorted(), all);
  });

  it("R-USE-2 has nobody for an alarm, and names what a firewall is tied to", () => {
    const firewall = resource("cell-us-1-firewall");
    deepEqual([firewall.namedBy, firewall.through], [[], []]);
    const tied = attachedTo(read.radius, read.cell, firewall.urn);
    ok(tied.some(({ name, tenants }) => name === "cell-us-1-api-stage" && tenants.includes("acme-corp")));
    match(renderResourceRadius(read.radius, firewall, tied), /0 of 3 tenants[\s\S]*cell-us-1-api-stage +acme-corp/);
  });

  it("R-USE-2 turns round to what a tenant stands on", () => {
    const names = standsOn(read.radius, "blue-kite").map(({ name }) => name);
    ok(names.includes("cell-us-1-database-server") && names.includes("cell-us-1-users-free"));
    ok(!names.includes("cell-us-1-api-plan-professional"));
  });

  it("lists a tenant that cannot be looked at, and looks at the others", async () => {
    const folder = new FleetFolder();
    try {
      folder.edit("tenants/acme-corp.yaml", "limits.max_users: 500", "limits.max_users: 501");
      const { failed, radius } = await readBlastRadius("us-1", folder.root);
      deepEqual(
        failed.map(({ tenant }) => tenant),
        ["acme-corp"],
      );
      equal(radius.tenants.length, 2);
    } finally {
      folder.remove();
    }
  });
});
