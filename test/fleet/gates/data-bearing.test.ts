import assert from "node:assert/strict";
import type { Operation } from "../../../fleet/diff/stack-difference.ts";
import type { GatedChange, GateException } from "../../../fleet/gates/gate.ts";
import { findGateVerdicts } from "../../../fleet/gates/index.ts";

const urn = "urn:pulumi:acme-corp::tenantry::aws:rds/instance:Instance::acme-corp-data-database";
const database = {
  urn,
  type: "aws:rds/instance:Instance",
  name: "acme-corp-data-database",
  properties: [],
  options: [],
  isDataBearing: true,
} as const;
const changeOf = (...operations: readonly Operation[]): GatedChange => ({
  stack: "acme-corp",
  difference: { stack: "acme-corp", operations },
});
const replaced: Operation = {
  ...database,
  op: "replace",
  properties: [{ path: "storageType", before: "gp2", after: "gp3", forcesReplace: "outside" }],
};
const exception: GateException = {
  gate: "data-bearing-replace",
  resource: "acme-corp-data-database",
  property: "storageType",
  reason: "planned move to gp3",
  approvedBy: "ops@example.com",
  until: "2026-12-31",
};
const verdicts = (change: GatedChange, exceptions: readonly GateException[] = [], today = "2026-11-24") =>
  findGateVerdicts(change, { exceptions, today });

describe("gates over what holds data", () => {
  it("R-USE-2 refuses a replacement that loses data, naming the property that forces it, and lets an update through", () => {
    assert.deepEqual(verdicts(changeOf(replaced)), [
      {
        gate: "data-bearing-replace",
        stack: "acme-corp",
        resource: "acme-corp-data-database",
        property: "storageType",
        reason:
          "aws:rds/instance:Instance would be replaced because storageType cannot change in place: the new one is empty; the old one is deleted afterwards",
        verdict: "refused",
      },
    ]);
    assert.deepEqual(verdicts(changeOf({ ...replaced, op: "update", properties: [{ path: "storageType" }] })), []);
    assert.deepEqual(verdicts(changeOf({ ...replaced, isDataBearing: false })), []);
  });

  it("R-USE-2 lets through what a fitting exception lifts, and nothing more", () => {
    const [lifted] = verdicts(changeOf(replaced), [exception]);
    assert.equal(lifted?.verdict, "excepted");
    assert.deepEqual(lifted?.exception, exception);
    const two = {
      ...replaced,
      properties: [...replaced.properties, { path: "engine", forcesReplace: "ours" } as const],
    };
    assert.deepEqual(
      verdicts(changeOf(two), [exception]).map(({ property, verdict }) => [property, verdict]),
      [
        ["storageType", "excepted"],
        ["engine", "refused"],
      ],
    );
    for (const other of [
      { ...exception, gate: "data-bearing-delete" },
      { ...exception, resource: "*" },
      { ...exception, resource: "acme-corp-data-databas?" },
      { ...exception, property: "storage" },
    ]) {
      assert.equal(verdicts(changeOf(replaced), [other])[0]?.verdict, "refused");
    }
  });

  it("R-USE-2 refuses what an exception lifted until yesterday, and says so", () => {
    const [until] = verdicts(changeOf(replaced), [exception], "2026-12-31");
    assert.equal(until?.verdict, "excepted");
    const [after] = verdicts(changeOf(replaced), [exception], "2027-01-01");
    assert.equal(after?.verdict, "refused");
    assert.match(after?.reason ?? "", /; its exception ended on 2026-12-31$/);
    assert.deepEqual(after?.exception, exception);
  });

  it("R-USE-2 names what a replacement hangs on, and an exception for a property does not lift it", () => {
    const hanging: Operation = {
      ...database,
      op: "replace",
      replacedWith: "urn:pulumi:acme-corp::tenantry::a:b:C::acme-corp-key",
    };
    const [found] = verdicts(changeOf(hanging), [exception]);
    assert.equal(found?.verdict, "refused");
    assert.match(found?.reason ?? "", /because acme-corp-key, which it hangs on, is replaced/);
  });

  it("R-USE-2 refuses a deletion with data and one that the cloud keeps, each in its words", () => {
    const words = (isRetained: boolean) =>
      verdicts(changeOf({ ...database, op: "delete", isRetained })).map(({ gate, reason }) => `${gate}: ${reason}`);
    assert.deepEqual(words(false), ["data-bearing-delete: aws:rds/instance:Instance would be deleted with its data"]);
    assert.deepEqual(words(true), [
      "data-bearing-delete: aws:rds/instance:Instance would leave the stack: it stays in the cloud with its data, and no stack looks after it any more",
    ]);
    assert.deepEqual(verdicts(changeOf({ ...database, op: "delete", isDataBearing: false })), []);
  });
});
