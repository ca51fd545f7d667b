import { deepEqual, equal } from "node:assert/strict";
import { CellDatabaseRoles } from "../../../components/database/cell-database-roles.ts";
import { declared, keeping, kept, named } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const roles = (id: string) => declared(() => new CellDatabaseRoles("cell", { plan: cellPlan(id), retention: "kept" }));

describe("CellDatabaseRoles", () => {
  it("R-ISO-1 R-ISO-2 takes every database and its schema public from everybody", async () => {
    const closed = (await roles("us-1"))
      .filter(({ inputs }) => inputs["role"] === "public")
      .map(({ inputs }) => [inputs["database"], inputs["objectType"], inputs["privileges"]]);
    deepEqual(
      closed.toSorted(),
      ["postgres", "schemas", "shared", "template1"].flatMap((database) => [
        [database, "database", []],
        [database, "schema", []],
      ]),
    );
  });

  it("R-SEC-4 declares a provisioning role that is no superuser and logs in by IAM alone", async () => {
    const all = await roles("us-1");
    deepEqual(named(all, "cell-provisioner").inputs, {
      name: "platform_provisioner",
      login: true,
      createRole: true,
      createDatabase: false,
    });
    deepEqual(named(all, "cell-provisioner-iam").inputs, {
      role: "platform_provisioner",
      grantRole: "rds_iam",
      withAdminOption: true,
    });
  });

  it("R-ISO-1 declares shared tables' owner, group and deleter, none of which can log in", async () => {
    const all = await roles("us-1");
    deepEqual(
      ["cell-shared-owner", "cell-shared-group", "cell-shared-deleter", "cell-schemas-group"].map(
        (name) => named(all, name).inputs,
      ),
      ["application_owner", "shared_tenants", "shared_deleter", "schema_tenants"].map((name) => ({
        name,
        login: false,
      })),
    );
    equal(named(all, "cell-shared-schema").inputs["owner"], "application_owner");
  });

  it("R-ISO-2 lets the members of each group connect to that group's database alone", async () => {
    const connecting = (await roles("us-1"))
      .filter(({ inputs }) => String(inputs["role"]).endsWith("_tenants") && inputs["objectType"] === "database")
      .map(({ inputs }) => [inputs["role"], inputs["database"], inputs["privileges"]]);
    deepEqual(connecting.toSorted(), [
      ["schema_tenants", "schemas", ["CONNECT"]],
      ["shared_tenants", "shared", ["CONNECT"]],
    ]);
  });

  it("R-ISO-4 shares nothing in a cell of one tenant, whose provisioning role makes its database", async () => {
    const all = await roles("umbra-1");
    deepEqual(
      all.filter(({ type }) => type.endsWith(":Database")),
      [],
    );
    equal(named(all, "cell-provisioner").inputs["createDatabase"], true);
  });

  it("keeps databases and their owners when the stack goes", async () => {
    const all = await roles("us-1");
    deepEqual(
      ["cell-shared", "cell-schemas", "cell-shared-schema", "cell-shared-owner"].map((name) =>
        keeping(named(all, name)),
      ),
      [kept, kept, kept, kept],
    );
  });
});
