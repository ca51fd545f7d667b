import { deepEqual } from "node:assert/strict";
import { TenantRows } from "../../../components/database/tenant-rows.ts";
import type { SharedDataPlan } from "../../../model/plan/data-plan.ts";
import { declared, named, shortNames } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const plan = tenantPlan("blue-kite").data.active as SharedDataPlan;
const rows = (login = true) => declared(() => new TenantRows("rows", { plan, login }));

describe("TenantRows", () => {
  it("R-ISO-1 declares a role of the tenant's own, with its limits and no right beyond the group's", async () => {
    const all = await rows();
    deepEqual(shortNames(all), ["Role rows-role"]);
    deepEqual(named(all, "rows-role").inputs, {
      name: plan.roleName,
      login: true,
      connectionLimit: plan.limits.connections,
      statementTimeout: plan.limits.statementTimeoutSeconds * 1000,
      idleInTransactionSessionTimeout: plan.limits.idleInTransactionTimeoutSeconds * 1000,
      searchPaths: ["app"],
      roles: ["shared_tenants", "rds_iam"],
    });
  });

  it("keeps the role of a suspended tenant and refuses its login", async () => {
    deepEqual(named(await rows(false), "rows-role").inputs["login"], false);
  });
});
