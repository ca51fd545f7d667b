import { deepEqual, equal } from "node:assert/strict";
import { problemsOf, summary, tenantHead } from "../../support/tenant-sources.ts";

const professional = (more: string) => tenantHead("professional", "schema", `integrations:\n  ${more}`);

describe("a tenant's integrations", () => {
  it("R-TPL-5 refuses one that the tier does not sell, names the tier that does, and takes it there", () => {
    const [problem, ...others] = problemsOf(professional("snowflake: {}"));
    deepEqual(others, []);
    equal(problem && summary(problem), "tenants/test.yaml:12:3 TENANT_INTEGRATION_NOT_SOLD integrations.snowflake");
    equal(problem?.suggestion, "choose tier enterprise, the cheapest that does, or ask for less");
    deepEqual(problemsOf(tenantHead("enterprise", "database", "integrations:\n  snowflake: {}")), []);
  });

  it("R-TEN-2 offers the nearest name for one that nobody knows", () => {
    const [problem] = problemsOf(professional("slak: {}"));
    equal(problem && summary(problem), "tenants/test.yaml:12:3 TENANT_INTEGRATION_UNKNOWN integrations.slak");
    equal(problem?.suggestion, "did you mean slack?");
    deepEqual(problemsOf(professional("slack: {}")), []);
  });

  it("R-TIER-5 refuses more custom integrations than are sold", () => {
    const free = (custom: string) => tenantHead("free", "shared", `integrations:\n  custom: ${custom}`);
    const expected = "tenants/test.yaml:12:11 TENANT_INTEGRATIONS_TOO_MANY integrations.custom";
    deepEqual(problemsOf(free("[{}, {}]")).map(summary), [expected]);
    deepEqual(problemsOf(free("[{}]")), []);
  });
});
