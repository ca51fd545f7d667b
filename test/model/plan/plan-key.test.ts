import { deepEqual, equal, match } from "node:assert/strict";
import { planTenant } from "../../../model/plan/plan-tenant.ts";
import { application, cellNamed, fleet, resolved, tenantHead } from "../../support/tenant-sources.ts";

const us1 = cellNamed("us-1");
const planned = (overrides: string, cell = us1) => {
  const { key, notices } = planTenant(
    resolved(tenantHead("professional", "schema", `overrides: { ${overrides} }`)),
    cell,
    fleet,
    application,
  );
  if (key.kind !== "own") throw new Error("the tenant has no key of its own");
  return { key, notices: notices.filter((notice) => notice.startsWith("The key")) };
};
const rotating = (days: number) => planned(`security.encryption.key_rotation_days: ${days}`);

describe("planKey", () => {
  it("R-INF-1 lets KMS rotate from 90 days up, and rotates on demand below, to the day", () => {
    deepEqual([rotating(90).key.rotationPeriodDays, rotating(90).key.onDemandRotation], [90, undefined]);
    deepEqual([rotating(89).key.rotationPeriodDays, rotating(89).key.onDemandRotation?.periodDays], [undefined, 89]);
    equal(rotating(30).key.onDemandRotation?.periodDays, 30);
    deepEqual(rotating(90).notices, []);
  });

  it("R-INF-1 says when the 25 rotations of a key are used up", () => {
    match(rotating(30).notices.join(), /every 30 days by a schedule.*25 rotations on demand.*from \d{4}-\d\d-\d\d on/);
  });

  it("R-INF-1 puts the key into the cell's CloudHSM key store, where nothing rotates it, and says so", () => {
    const cell = { ...cellNamed("umbra-1"), cloudhsm_key_store_id: "cks-1234567890abcdef0" };
    const override =
      "overrides: { security.encryption.key_management: cloudhsm, security.encryption.multi_region: false }";
    const tenant = resolved(tenantHead("custom", "cluster", override).replace("cell: us-1", "cell: umbra-1"));
    const { key, notices } = planTenant(tenant, cell, fleet, application);
    if (key.kind !== "own") throw new Error("the tenant has no key of its own");
    deepEqual(
      [key.customKeyStoreId, key.rotationPeriodDays, key.onDemandRotation],
      ["cks-1234567890abcdef0", undefined, undefined],
    );
    match(notices.join(), /nothing does that: KMS rotates no key in a CloudHSM key store.*re-keyed by hand/);
  });
});
