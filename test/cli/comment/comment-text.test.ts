import { deepEqual, equal, ok } from "node:assert/strict";
import { commentText, programFilesIn } from "../../../cli/comment/comment-text.ts";
import { planMarker } from "../../../fleet/report/markdown/head.ts";
import { planJson } from "../../../fleet/report/plan-json.ts";
import { readPlan } from "../../../fleet/report/read-plan.ts";
import { planned, plantedFleet } from "../../support/reports/planned-fleet.ts";
import { nodesOf } from "../../support/reports/read-comment.ts";
import { everywhere } from "../../support/reports/text-everywhere.ts";

describe("what the comment says (R-USE-2)", () => {
  it("is the plan's own report where only data changes, labelled by its verdict", () => {
    const safe = commentText(planned(), { ownProgram: [] });
    equal(safe.kind, "safe");
    ok(safe.body.startsWith(`${planMarker()}\n## ✅ Safe to merge`));
    equal(commentText(plantedFleet(), { ownProgram: [] }).kind, "not-safe");
  });

  it("says in its third line that a change of the program made its own plan, and never calls that safe", () => {
    const ownProgram = ["fleet/gates/index.ts"];
    const { kind, body } = commentText(planned(), { ownProgram });
    equal(kind, "needs-approval");
    ok(
      body
        .split("\n")[2]
        ?.includes("This change made its own plan: it edits what plans are made with (`fleet/gates/index.ts`)"),
    );
    equal(commentText(plantedFleet(), { ownProgram }).kind, "not-safe");
    const unknown = commentText(planned(), { ownProgram: undefined });
    equal(unknown.kind, "needs-approval");
    ok(unknown.body.split("\n")[2]?.includes("it is not known"));
  });

  it("keeps the names of changed files inert, and to five", () => {
    const hostile = "x`](https://evil.example)<img src=x>@everyone\u202e\n# Safe";
    const files = Array.from({ length: 9 }, (_, index) => `${hostile}${index}`);
    const { body } = commentText(planned(), { ownProgram: files });
    const kinds = nodesOf(body).map(({ type }) => type);
    ok(!kinds.includes("link") && !kinds.includes("image"), kinds.join(" "));
    // The marker and what stands around the last line are the plan's own.
    const own = nodesOf(commentText(planned(), { ownProgram: [] }).body).filter(({ type }) => type === "html");
    equal(kinds.filter((kind) => kind === "html").length, own.length);
    equal(body.split("\n").filter((line) => line.startsWith("# Safe")).length, 0);
    ok(body.includes(" and 4 more"));
    ok(!body.includes("\u202e"));
  });

  it("takes what runs nothing for data, and everything else for the program", () => {
    const dataFiles = [
      "tenants/acme-corp.yaml",
      "tiers/professional@2.yaml",
      "cells/us-1.yml",
      "fleet.yaml",
      "application/migrations/001.sql",
      "application/application.yaml",
      "docs/ci.md",
      "README.md",
    ];
    const programFiles = [
      ".github/workflows/tenants.yml",
      "application/sample/main.ts",
      "catalog/prices/us-east-1.ts",
      "fleet/gates/index.ts",
      "package-lock.json",
      "tenants/../fleet.ts",
      "tenants/index.ts",
      "tiers/deep/er.yaml",
    ];
    deepEqual(programFilesIn([...programFiles, ...dataFiles]), programFiles);
  });
});

describe("reading a plan that anybody may have written (R-USE-2)", () => {
  it("gives back what was planned, for every report", () => {
    for (const plan of [planned(), plantedFleet(), everywhere("<b>`|x</b>")]) {
      const reading = readPlan(planJson(plan));
      ok(reading.kind === "read");
      deepEqual(JSON.parse(planJson(reading.plan)), JSON.parse(planJson(plan)));
      equal(commentText(reading.plan, { ownProgram: [] }).body, commentText(plan, { ownProgram: [] }).body);
    }
  });

  it("refuses what has another form, names the place and quotes nothing", () => {
    const document = JSON.parse(planJson(plantedFleet())) as { groups: { danger: unknown }[]; cost: { base: unknown } };
    const refused = (change: (copy: typeof document) => void): string => {
      const copy = structuredClone(document);
      change(copy);
      const reading = readPlan(JSON.stringify(copy));
      return reading.kind === "refused" ? reading.reason : "read";
    };
    const end = "is not as tenantry plan --output of this version writes it";
    equal(
      refused(() => {}),
      "read",
    );
    equal(
      refused((copy) => Object.assign(copy.groups[0] ?? {}, { danger: "<b>none</b>" })),
      `groups.0.danger ${end}`,
    );
    equal(
      refused((copy) => Object.assign(copy.cost, { base: "hunter2" })),
      `cost.base ${end}`,
    );
    equal(
      refused((copy) => Object.assign(copy, { formatVersion: 2 })),
      `formatVersion ${end}`,
    );
    equal(
      refused((copy) => Object.assign(copy.groups[0] ?? {}, { tenants: [{}] })),
      `groups.0.tenants.0 ${end}`,
    );
    deepEqual(readPlan("hunter2"), { kind: "refused", reason: "it is no JSON" });
    deepEqual(readPlan("[]"), { kind: "refused", reason: `the document ${end}` });
  });

  it("drops keys that it does not know", () => {
    const document = { ...(JSON.parse(planJson(planned())) as object), __proto__x: 1, script: "<script>" };
    const reading = readPlan(JSON.stringify(document));
    ok(reading.kind === "read");
    ok(!("script" in reading.plan));
  });
});
