import { deepEqual } from "node:assert/strict";
import { breachOf } from "../../model/specs/rule.ts";
import { SupportAccess } from "../../model/specs/support-access.ts";

const window = (until: string) => ({
  from: "2026-11-24T09:00:00Z",
  until,
  reason: "invoices are missing",
  approved_by: "admin@acme.example",
});
const codesOf = (value: unknown) =>
  (SupportAccess.safeParse(value).error?.issues ?? []).map(
    (issue) => `${issue.path.join(".")} ${breachOf(issue)?.code}`,
  );

describe("support_access", () => {
  it("R-SEC-10 is open for up to 72 hours, and neither longer nor backwards", () => {
    deepEqual(codesOf(window("2026-11-24T09:00:01Z")), []);
    deepEqual(codesOf(window("2026-11-27T09:00:00Z")), []);
    for (const until of ["2026-11-27T09:00:01Z", "2026-11-24T09:00:00Z", "2026-11-23T09:00:00Z"]) {
      deepEqual(codesOf(window(until)), ["until SUPPORT_ACCESS_WINDOW"]);
    }
  });

  it("R-SEC-10 says why and who allowed it", () => {
    const { reason: _reason, ...without } = window("2026-11-24T12:00:00Z");
    deepEqual(codesOf({ ...without, reason: "because" }), ["reason undefined"]);
    deepEqual(codesOf(without), ["reason undefined"]);
  });
});
