import { deepEqual, equal } from "node:assert/strict";
import { TenantSchema } from "../../../components/database/tenant-schema.ts";
import type { Retention } from "../../../components/retention.ts";
import type { SchemaDataPlan } from "../../../model/plan/data-plan.ts";
import { declared, keeping, kept, named, shortNames } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const plan = tenantPlan("acme-corp").data.active as SchemaDataPlan;
const schema = (login = true, retention: Retention = "kept") =>
  declared(() => new TenantSchema("acme", { plan, login, retention }));

describe("TenantSchema", () => {
  it("R-ISO-2 declares schema, owner and role, their rights, and nothing else", async () => {
    deepEqual(shortNames(await schema()), [
      "Role acme-owner",
      "DefaultPrivileges acme-owner-functions",
      "Role acme-role",
      "DefaultPrivileges acme-role-functions",
      "Schema acme-schema",
      "Grant acme-schema-use",
    ]);
  });

  it("R-ISO-2 gives the schema to a role that cannot log in, and its use to the tenant's", async () => {
    const all = await schema();
    deepEqual(named(all, "acme-owner").inputs, { name: plan.ownerRoleName, login: false });
    equal(named(all, "acme-schema").inputs["owner"], plan.ownerRoleName);
    deepEqual(named(all, "acme-schema-use").inputs, {
      database: "schemas",
      schema: plan.schemaName,
      role: plan.roleName,
      objectType: "schema",
      privileges: ["CREATE", "USAGE"],
    });
  });

  it("R-ISO-2 fixes the search path, connections and timeouts of the tenant's role", async () => {
    const { searchPaths, connectionLimit, statementTimeout, roles } = named(await schema(), "acme-role").inputs;
    deepEqual([searchPaths, connectionLimit, statementTimeout], [[plan.schemaName], 8, 60_000]);
    deepEqual(roles, ["schema_tenants", "rds_iam"]);
  });

  it("R-ISO-2 takes the execution of new functions from everybody, whoever makes them", async () => {
    const all = await schema();
    for (const [name, owner] of [
      ["acme-owner-functions", plan.ownerRoleName],
      ["acme-role-functions", plan.roleName],
    ] as const) {
      deepEqual(named(all, name).inputs, {
        database: "schemas",
        owner,
        role: "public",
        objectType: "function",
        privileges: [],
      });
    }
  });

  it("keeps everything of a suspended tenant but its login", async () => {
    equal(named(await schema(false), "acme-role").inputs["login"], false);
    deepEqual(shortNames(await schema(false)), shortNames(await schema()));
  });

  it("drops a schema with what is in it only once it is released", async () => {
    const cascades = async (retention: Retention) =>
      named(await schema(true, retention), "acme-schema").inputs["dropCascade"];
    deepEqual([await cascades("kept"), await cascades("released")], [false, true]);
    const all = await schema();
    deepEqual(
      ["acme-schema", "acme-owner", "acme-role"].map((name) => keeping(named(all, name))),
      [kept, kept, kept],
    );
  });
});
