import { deepEqual, equal, ok } from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { readFleet } from "../../tenants/index.ts";
import { FleetFolder } from "../support/fleet-folder.ts";

describe("readFleet", () => {
  let folder: FleetFolder;
  beforeEach(() => {
    folder = new FleetFolder();
  });
  afterEach(() => folder.remove());

  const summary = () =>
    readFleet(folder.root).problems.map(({ file, line, column, code, path }) =>
      `${file}:${line}:${column} ${code} ${path}`.trimEnd(),
    );
  const problemOf = (code: string) => {
    const problem = readFleet(folder.root).problems.find((one) => one.code === code);
    ok(problem, `no ${code}`);
    return problem;
  };

  it("R-TEN-2 finds nothing wrong with the committed fleet", () => {
    const fleet = readFleet(folder.root);
    deepEqual(fleet.problems, []);
    deepEqual([...fleet.tenants.keys()], ["acme-corp", "blue-kite", "northwind-freight", "umbra-health"]);
    deepEqual([...fleet.cells.keys()], ["umbra-1", "us-1"]);
  });

  it("gives a tenant with its layers applied, its cell and the fleet", () => {
    const tenant = readFleet(folder.root).tenants.get("acme-corp");
    equal(tenant?.resolved.configuration.configuration.limits.max_users, 500);
    equal(tenant?.cell.spec.region, "us-east-1");
    equal(tenant?.fleet.name, "tenantry");
  });

  it("R-TEN-2 reports what is wrong in several files at once", () => {
    folder.edit("tenants/acme-corp.yaml", "residency: us ", "residency: mars ");
    folder.edit("cells/us-1.yaml", "state: open", "state: opn");
    folder.edit("fleet.yaml", "name: tenantry", "name: Tenantry");
    deepEqual(summary(), [
      "cells/us-1.yaml:11:8 VALUE_UNKNOWN state",
      "fleet.yaml:4:7 FLEET_NAME_FORM name",
      "tenants/acme-corp.yaml:10:12 VALUE_UNKNOWN residency",
    ]);
  });

  it("R-TEN-2 refuses an id that stands in two files", () => {
    folder.write(
      "tenants/acme-corp.json",
      JSON.stringify({
        schema_version: 1,
        id: "acme-corp",
        uid: "zzzzzzzz",
        name: "x",
        tier: "free",
        owner: "crm:1",
        residency: "us",
        managed_by: "git",
        created: "2026-11-24T00:00:00Z",
        placement: { cell: "us-1", isolation: "shared" },
      }),
    );
    equal(problemOf("TENANT_ID_TAKEN").file, "tenants/acme-corp.json");
  });

  it("R-TEN-2 refuses two files whose names differ in case only", () => {
    folder.copyTenant("acme-corp", "ACME-corp", "zzzzzzzz");
    deepEqual(summary(), ["tenants/ACME-corp.yaml:4:5 ID_FORM id"]);
  });

  it("R-TEN-3 refuses a copied uid at the younger tenant, once", () => {
    folder.copyTenant("acme-corp", "acme-copy", "t7k3m9qd");
    folder.edit("tenants/acme-copy.yaml", "2026-11-23", "2026-11-24");
    deepEqual(summary(), ["tenants/acme-copy.yaml:5:6 TENANT_UID_TAKEN uid"]);
  });

  it("R-TEN-3 accepts a copy with a uid of its own", () => {
    folder.copyTenant("acme-corp", "acme-copy", "zzzzzzzz");
    deepEqual(summary(), []);
  });

  it("names the tier that was probably meant", () => {
    folder.edit("tenants/acme-corp.yaml", "tier: professional", "tier: profesional");
    const { line, column, suggestion } = problemOf("TENANT_TIER_UNKNOWN");
    deepEqual([line, column, suggestion], [7, 7, "did you mean professional?"]);
  });

  it("R-TPL-6 refuses a version of a tier that there is not", () => {
    folder.edit("tenants/acme-corp.yaml", "tier: professional ", "tier: professional@99 ");
    equal(problemOf("TENANT_TIER_UNKNOWN").found, "professional@99");
  });

  it("R-TPL-6 accepts the current version of a tier by its number", () => {
    folder.edit("tenants/acme-corp.yaml", "tier: professional ", "tier: professional@3 ");
    deepEqual(summary(), []);
  });

  it("names the cell that was probably meant", () => {
    folder.edit("tenants/acme-corp.yaml", "cell: us-1", "cell: us-2");
    const { path, suggestion } = problemOf("TENANT_CELL_UNKNOWN");
    deepEqual([path, suggestion], ["placement.cell", "did you mean us-1?"]);
  });

  it("says of a cell whose file is broken what is broken, not that there is no such cell", () => {
    folder.edit("cells/us-1.yaml", "zones: 3", "zones: 30");
    deepEqual(summary(), ["cells/us-1.yaml:13:8 VALUE_OUT_OF_RANGE zones"]);
  });

  it("refuses a tenant in a closed cell, and leaves one in a draining cell", () => {
    folder.edit("cells/us-1.yaml", "state: open", "state: draining");
    deepEqual(summary(), []);
    folder.edit("cells/us-1.yaml", "state: draining", "state: closed");
    equal(problemOf("TENANT_CELL_CLOSED").path, "placement.cell");
  });

  it("refuses a tier that the cell does not take", () => {
    folder.edit("cells/us-1.yaml", "tiers: [free, professional, enterprise]", "tiers: [free, enterprise]");
    const problem = problemOf("TENANT_CELL_TIER");
    deepEqual([problem.file, problem.allowed], ["tenants/acme-corp.yaml", "tiers free, enterprise"]);
  });

  it("refuses a cell's tier that nobody offers", () => {
    folder.edit("cells/us-1.yaml", "tiers: [free, professional", "tiers: [fre, professional");
    equal(problemOf("CELL_TIER_UNKNOWN").suggestion, "did you mean free?");
  });

  it("R-CMP-4 refuses a cell outside the tenant's residency", () => {
    folder.edit("tenants/blue-kite.yaml", "residency: us", "residency: eu");
    const problem = problemOf("TENANT_RESIDENCY_LEFT");
    deepEqual([problem.file, problem.found], ["tenants/blue-kite.yaml", "us-east-1"]);
  });

  it("R-CMP-4 refuses a cell whose Region or recovery Region is outside its own residency", () => {
    folder.edit("cells/us-1.yaml", "recovery_region: us-west-2", "recovery_region: eu-west-1");
    deepEqual(summary(), ["cells/us-1.yaml:10:18 CELL_RESIDENCY_LEFT recovery_region"]);
  });

  it("refuses two cells in one account and Region", () => {
    folder.edit("cells/umbra-1.yaml", "444455556666", "111122223333");
    equal(problemOf("CELL_ACCOUNT_SHARED").file, "cells/us-1.yaml");
  });

  it("refuses a second tenant in the cell of a single one, at the younger", () => {
    folder.copyTenant("umbra-health", "umbra-two", "zzzzzzzz");
    folder.edit("tenants/umbra-two.yaml", "2026-11-23", "2026-11-24");
    deepEqual(summary(), ["tenants/umbra-two.yaml:14:20 CELL_FULL placement.cell"]);
  });

  it("refuses a shared tenant in the cell of a single one", () => {
    folder.edit("cells/umbra-1.yaml", "tiers: [custom]", "tiers: [custom, free]");
    folder.edit("tenants/blue-kite.yaml", "cell: us-1", "cell: umbra-1");
    ok(summary().includes("tenants/blue-kite.yaml:12:20 TENANT_CELL_KIND placement.cell"), summary().join("\n"));
  });

  it("refuses a full cell at its youngest tenant and names a cell with room", () => {
    folder.edit("cells/us-1.yaml", "tenants: 400", "tenants: 2");
    folder.write("cells/us-2.yaml", "");
    const text = `schema_version: 1\nid: us-2\naccount_id: "777788889999"\npartition: aws\nregion: us-east-2\nresidency: us\nrecovery_region: us-west-2\nstate: open\ntiers: [free, professional, enterprise]\nzones: 3\npostgres: { version: "17", instance: db.r8g.large, max_connections: 4500 }\nkubernetes: { version: "1.34" }\nkey_rotation_days: 90\ncapacity: { tenants: 9, database_connections: 900, namespaces: 9, user_pools: 9, buckets: 90, roles: 90 }\nhead_room_percent: 0\n`;
    folder.write("cells/us-2.yaml", text);
    const problem = problemOf("CELL_FULL");
    equal(problem.file, "tenants/northwind-freight.yaml");
    ok(problem.suggestion?.startsWith("a new tenant: write cell: us-2, which has room"), problem.suggestion);
  });

  it("says to write another cell where none has room", () => {
    folder.edit("cells/us-1.yaml", "tenants: 400", "tenants: 2");
    ok(problemOf("CELL_FULL").suggestion?.startsWith("write a new cell's file in cells/"));
  });

  it("refuses a change of tier that would move data, with the command to type", () => {
    folder.edit("tenants/acme-corp.yaml", "tier: professional", "tier: enterprise");
    const problem = problemOf("TENANT_PLACEMENT_DIFFERS");
    ok(problem.suggestion?.includes("tenantry change-tier acme-corp"), problem.suggestion);
  });

  it("R-TPL-5 refuses an override beyond what the tier lets one negotiate", () => {
    folder.edit("tenants/acme-corp.yaml", "limits.max_users: 500", "limits.max_users: 501");
    deepEqual(summary(), ["tenants/acme-corp.yaml:20:21 TENANT_ENTITLEMENT_EXCEEDED overrides.limits.max_users"]);
  });

  it("R-TEN-2 refuses a folder named like a tenant's file, and a link out of the fleet", () => {
    mkdirSync(folder.path("tenants/folder.yaml"));
    symlinkSync("/etc/hostname", folder.path("tenants/link.yaml"));
    deepEqual(summary(), ["tenants/folder.yaml:1:1 FILE_IS_FOLDER", "tenants/link.yaml:1:1 FILE_LEAVES_FOLDER"]);
  });
});
