import { deepEqual, equal, ok } from "node:assert/strict";
import { TenantDatabase } from "../../../components/database/tenant-database.ts";
import { SecretValue } from "../../../fleet/synth/secret-value.ts";
import { synthesise } from "../../../fleet/synth/synthesise.ts";
import type { DatabaseDataPlan } from "../../../model/plan/data-plan.ts";
import { cellOutputs } from "../../support/cell-outputs.ts";
import { arnOf, named } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const plan = tenantPlan("northwind-freight").data.active as DatabaseDataPlan;
const resources = async () =>
  (
    await synthesise(
      () => {
        new TenantDatabase("nw", { plan, cell: cellOutputs, kmsKeyArn: arnOf("kms"), login: true, retention: "kept" });
        return {};
      },
      { stack: "test" },
    )
  ).resources;

describe("TenantDatabase", () => {
  it("R-ISO-3 logs in to the new server as its master, with a password that stays a secret", async () => {
    const { inputs } = named(await resources(), "nw-login");
    deepEqual(
      [inputs["username"], inputs["superuser"], inputs["sslmode"], inputs["database"]],
      ["platform_master", "false", "verify-full", plan.databaseName],
    );
    ok(inputs["password"] instanceof SecretValue);
  });

  it("R-ISO-3 closes every database of the server to everybody, and opens the tenant's to two roles", async () => {
    const all = await resources();
    for (const [name, database] of Object.entries({
      postgres: "postgres",
      template1: "template1",
      own: plan.databaseName,
    })) {
      const { inputs } = named(all, `nw-${name}-closed`);
      deepEqual([inputs["database"], inputs["role"], inputs["privileges"]], [database, "public", []]);
    }
    const connecting = all
      .filter(({ name }) => name.endsWith("-connect"))
      .map(({ inputs }) => [inputs["database"], inputs["role"]]);
    deepEqual(connecting.toSorted(), [
      [plan.databaseName, "platform_provisioner"],
      [plan.databaseName, plan.roleName],
    ]);
  });

  it("goes with its server: everything inside is deleted with the instance, and made through the same login", async () => {
    const inside = (await resources()).filter(({ type }) => type.startsWith("postgresql:"));
    ok(inside.length > 10);
    for (const { name, options } of inside) {
      equal(options.deletedWith?.split("::").at(-1), "nw-server", name);
      equal(options.provider?.split("::").at(-1), "nw-login", name);
    }
  });
});
