import { deepEqual, ok } from "node:assert/strict";
import { choicesAt, otherValues } from "../../../fleet/explain/other-values.ts";
import { TierSpec } from "../../../model/specs/tier-spec.ts";

describe("other values of a setting", () => {
  it("flip a switch, go up and down from a number, and give unlimited a number", () => {
    deepEqual(otherValues(true), [false]);
    deepEqual(otherValues(90), [180, 91, 89, 45, 67.5]);
    deepEqual(otherValues("unlimited", ["unlimited"]), [1000, 5]);
    ok(otherValues(90, ["unlimited"]).includes("unlimited"));
  });

  it("are every other word that the schema knows, wherever it stands", () => {
    const path = "configuration.security.encryption.key_management".split(".");
    deepEqual(otherValues("tenant_key", choicesAt(TierSpec, path)), ["cell_key", "cloudhsm"]);
    deepEqual(choicesAt(TierSpec, ["configuration", "limits", "max_users"]), ["unlimited"]);
    deepEqual(choicesAt(TierSpec, ["configuration", "features", "sso"]), ["on", "available", "off"]);
    deepEqual(choicesAt(TierSpec, ["configuration", "nothing", "here"]), []);
  });

  it("take from a list and add to it what is missing", () => {
    deepEqual(otherValues(["a", "b"], ["a", "b", "c"]), [["a"], ["b"], ["a", "b", "c"]]);
  });

  it("keep the form of a text, and stay in a Region's residency", () => {
    ok(otherValues("db.r8g.large").includes("db.r9g.large"));
    ok(otherValues("2026-11-23T09:00:00Z").includes("2026-11-23T09:00:01Z"));
    deepEqual(otherValues("us-east-1").slice(0, 3), ["us-east-2", "us-west-1", "us-west-2"]);
    ok(!otherValues("us-east-1").includes("us-east-1"));
  });
});
