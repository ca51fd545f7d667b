import assert from "node:assert/strict";
import { gateNames } from "../../../model/gates.ts";
import { GateExceptionSpec } from "../../../model/specs/gate-exception-spec.ts";
import { breachOf } from "../../../model/specs/rule.ts";

const exception = {
  gate: "iam-broadening",
  resource: "acme-corp-slack-*",
  reason: "the chat channel's own role",
  approved_by: "ops@example.com",
  until: "2026-12-31",
};
const breaches = (value: unknown) =>
  (GateExceptionSpec.safeParse(value).error?.issues ?? []).map((issue) => {
    const { code, suggestion } = breachOf(issue) ?? {};
    return [code, suggestion];
  });

describe("exceptions of gates", () => {
  it("R-USE-2 name a gate that there is; another is refused with the nearest name", () => {
    for (const gate of gateNames) {
      assert.deepEqual(breaches({ ...exception, gate, resource: "acme-corp-slack-role" }), [], gate);
    }
    assert.deepEqual(breaches({ ...exception, gate: "iam-broadning" }), [
      ["EXCEPTION_GATE_UNKNOWN", "did you mean iam-broadening?"],
    ]);
    assert.deepEqual(
      breaches({ ...exception, gate: "No Gate" }).map(([code]) => code),
      ["EXCEPTION_GATE_FORM"],
    );
  });

  it("R-USE-2 take a pattern for resources only where no data is at stake", () => {
    assert.deepEqual(breaches(exception), []);
    for (const gate of ["data-bearing-delete", "encryption-loosened", "backup-loosened", "exposure"]) {
      assert.deepEqual(
        breaches({ ...exception, gate }).map(([code]) => code),
        ["EXCEPTION_WILDCARD"],
        gate,
      );
    }
  });
});
