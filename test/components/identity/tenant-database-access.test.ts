import { deepEqual } from "node:assert/strict";
import { TenantDatabaseAccess } from "../../../components/identity/tenant-database-access.ts";
import { declared, named, statement } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

describe("TenantDatabaseAccess", () => {
  it("R-SEC-4 R-SEC-9 lets the tenant's role log in as its own user on its own server, and as nobody else", async () => {
    const { cell } = tenantPlan("northwind-freight");
    const resources = await declared(
      () =>
        new TenantDatabaseAccess("access", {
          cell,
          roleName: "northwind-workload",
          databaseResourceId: "db-OWN",
          databaseUser: "tenant-n5r8c3vz",
        }),
    );
    const { Sid: _sid, ...rest } = statement(named(resources, "access"), "OwnDatabaseUser");
    deepEqual(rest, {
      Effect: "Allow",
      Action: "rds-db:connect",
      Resource: "arn:aws:rds-db:us-east-1:111122223333:dbuser:db-OWN/tenant-n5r8c3vz",
    });
  });
});
