import { deepEqual, equal, ok } from "node:assert/strict";
import { listTenantIds, readTenant } from "../../tenants/index.ts";
import { FleetFolder } from "../support/fleet-folder.ts";

describe("readTenant", () => {
  let folder: FleetFolder;
  beforeEach(() => {
    folder = new FleetFolder();
  });
  afterEach(() => folder.remove());

  it("reads a tenant without looking at the others", () => {
    folder.write("tenants/blue-kite.yaml", "nonsense: [");
    folder.write("cells/other.yaml", "nonsense: [");
    const reading = readTenant("acme-corp", folder.root);
    ok(reading.kind === "read");
    equal(reading.tenant.spec.uid, "t7k3m9qd");
  });

  it("names the tenant that was probably meant", () => {
    const reading = readTenant("acme-crop", folder.root);
    ok(reading.kind === "refused");
    const [problem] = reading.problems;
    deepEqual(
      [problem?.code, problem?.suggestion],
      ["TENANT_UNKNOWN", "did you mean acme-corp? For a new tenant type: tenantry new acme-crop"],
    );
  });

  it("reports what is wrong with its fleet and its cell as well", () => {
    folder.edit("cells/us-1.yaml", "zones: 3", "zones: 30");
    const reading = readTenant("acme-corp", folder.root);
    deepEqual(reading.kind === "refused" && reading.problems.map(({ code, file }) => `${file} ${code}`), [
      "cells/us-1.yaml VALUE_OUT_OF_RANGE",
    ]);
  });

  it("R-TPL-6 reads a tenant that stays with the current version of its tier", () => {
    folder.edit("tenants/acme-corp.yaml", "tier: professional ", "tier: professional@3 ");
    equal(readTenant("acme-corp", folder.root).kind, "read");
  });

  it("R-TPL-5 names the tier that sells what the tenant's own does not", () => {
    folder.edit("tenants/acme-corp.yaml", "limits.max_users: 500", "limits.max_users: 9000");
    const reading = readTenant("acme-corp", folder.root);
    const [problem] = reading.kind === "refused" ? reading.problems : [];
    deepEqual([problem?.code, problem?.suggestion?.includes("enterprise")], ["TENANT_ENTITLEMENT_EXCEEDED", true]);
  });

  it("lists tenants by their files' names without reading them", () => {
    folder.write("tenants/zz.yaml", "nonsense: [");
    deepEqual(listTenantIds(folder.root), ["acme-corp", "blue-kite", "northwind-freight", "umbra-health", "zz"]);
  });
});
