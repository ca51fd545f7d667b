import { deepEqual, equal, match } from "node:assert/strict";
import { oscalJson } from "../../../cli/report/oscal.ts";
import type { JudgedControl } from "../../../fleet/controls/judge-controls.ts";

const judged = (kind: "enforced" | "missing"): JudgedControl => ({
  id: "mfa-required",
  row: "R-SEC-2",
  demand: "every user has a second factor",
  judgement: kind === "enforced" ? { kind, by: ["acme-corp-users"] } : { kind, because: "no user pool" },
  frameworks: [{ framework: "hipaa", control: "164.312(d)", source: "https://example.com/hipaa" }],
});
const now = new Date("2026-11-24T00:00:00Z");
const results = (kind: "enforced" | "missing") =>
  JSON.parse(oscalJson("acme-corp", [judged(kind)], now))["assessment-results"].results[0];

describe("tenantry controls --oscal", () => {
  it("R-CMP-1 writes a finding for each control of a framework, met or not", () => {
    const [met] = results("enforced").findings;
    equal(met.target["target-id"], "hipaa_164.312_d_");
    deepEqual(met.target.status, { state: "satisfied" });
    deepEqual(results("missing").findings[0].target.status, { state: "not-satisfied" });
    equal(met["related-observations"][0]["observation-uuid"], results("enforced").observations[0].uuid);
  });

  it("R-CMP-1 writes UUIDs in OSCAL's form, the same for the same control", () => {
    const [one] = results("enforced").observations;
    match(one.uuid, /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    equal(one.uuid, results("missing").observations[0].uuid);
    deepEqual(one["relevant-evidence"], [{ description: "Declared: acme-corp-users" }]);
  });
});
