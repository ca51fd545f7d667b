import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { findPlanProblems } from "../../../model/plan/plan-problems.ts";
import { planTenant } from "../../../model/plan/plan-tenant.ts";
import { ProblemsError } from "../../../model/problems.ts";
import type { CellSpec } from "../../../model/specs/cell-spec.ts";
import { application, cellNamed, fleet, resolved, summary, tenantHead } from "../../support/tenant-sources.ts";

const us1 = cellNamed("us-1");
const plan = (yaml: string, cell: CellSpec = us1) => planTenant(resolved(yaml), cell, fleet, application);

const problemsOfPlan = (yaml: string, cell: CellSpec = us1) => {
  try {
    plan(yaml, cell);
    return [];
  } catch (error) {
    ok(error instanceof ProblemsError);
    return error.problems;
  }
};

describe("what planTenant refuses", () => {
  it("R-LC-3 a tier that would move the data, with the command that moves it", () => {
    const [problem, ...others] = problemsOfPlan(tenantHead("enterprise", "schema"));
    deepEqual(others, []);
    equal(problem && summary(problem), "tenants/test.yaml:10:37 TENANT_PLACEMENT_DIFFERS placement.isolation");
    equal(problem?.suggestion, "put the tier back, or type: tenantry change-tier test-tenant");
    deepEqual(problemsOfPlan(tenantHead("enterprise", "database")), []);
  });

  it("R-CMP-4 a copy or the data itself outside the residency", () => {
    const yaml = tenantHead("enterprise", "database");
    const elsewhere = { ...us1, recovery_region: "eu-west-1" };
    deepEqual(
      problemsOfPlan(yaml, elsewhere).map(({ code, found }) => `${code} ${found}`),
      ["TENANT_RESIDENCY_LEFT eu-west-1"],
    );
    deepEqual(
      problemsOfPlan(yaml, { ...us1, region: "eu-west-1" }).map(({ found }) => found),
      ["eu-west-1"],
    );
    deepEqual(problemsOfPlan(yaml), []);
    deepEqual(problemsOfPlan(tenantHead("professional", "schema"), elsewhere), []);
  });

  it("R-INF-1 a key store that the cell does not have, which is not quietly another", () => {
    const yaml = (key: string) =>
      tenantHead("custom", "cluster", `overrides: { security.encryption.key_management: ${key} }`).replace(
        "cell: us-1",
        "cell: umbra-1",
      );
    deepEqual(problemsOfPlan(yaml("cloudhsm"), cellNamed("umbra-1")).map(summary), [
      "tenants/test.yaml:11:50 KEY_STORE_UNSUPPORTED configuration.security.encryption.key_management",
    ]);
    deepEqual(problemsOfPlan(yaml("tenant_key"), cellNamed("umbra-1")), []);
  });

  it("R-SEC-1 R-SEC-2 a setting of the user pool that a tenant would have for itself among those who share it", () => {
    const yaml = (tier: string, isolation: string) =>
      tenantHead(tier, isolation, "overrides: { security.mfa_config.methods: [totp] }");
    deepEqual(problemsOfPlan(yaml("free", "shared")).map(summary), [
      "tenants/test.yaml:11:43 USER_POOL_SHARED configuration.security.mfa_config.methods",
    ]);
    deepEqual(problemsOfPlan(yaml("professional", "schema")), []);
    const sessions = "overrides: { security.sessions.access_token_minutes: 15 }";
    deepEqual(problemsOfPlan(tenantHead("free", "shared", sessions)), []);
  });

  it("R-INF-7 R-TIER-8 a cache of its own that the service cannot hold to what is sold", () => {
    const sized = (mb: number) => {
      const tenant = resolved(tenantHead("enterprise", "database"));
      const { infrastructure } = tenant.configuration;
      const cache = { ...infrastructure.cache, size_mb: mb };
      return { ...tenant, configuration: { ...tenant.configuration, infrastructure: { ...infrastructure, cache } } };
    };
    deepEqual(
      findPlanProblems(sized(1023), us1).map(({ code, found }) => [code, found]),
      [["CACHE_SIZE_TOO_SMALL", "1023"]],
    );
    deepEqual(findPlanProblems(sized(1024), us1), []);
  });

  it("another cell than the tenant's", () => {
    deepEqual(
      problemsOfPlan(tenantHead("free", "shared"), { ...us1, id: "us-2" }).map(({ code }) => code),
      ["TENANT_CELL_MISMATCH"],
    );
  });

  it("names every reason at once", () => {
    throws(
      () => plan(tenantHead("enterprise", "schema"), { ...us1, id: "us-2", recovery_region: "eu-west-1" }),
      (error: ProblemsError) => {
        deepEqual(
          error.problems.map(({ code }) => code),
          ["TENANT_CELL_MISMATCH", "TENANT_PLACEMENT_DIFFERS", "TENANT_RESIDENCY_LEFT"],
        );
        return true;
      },
    );
  });
});
