import { deepEqual, equal, ok } from "node:assert/strict";
import { planMarker } from "../../../../fleet/report/markdown/head.ts";
import { planMarkdown } from "../../../../fleet/report/markdown/plan-markdown.ts";
import { planned, plantedFleet } from "../../../support/reports/planned-fleet.ts";
import { nodesOf } from "../../../support/reports/read-comment.ts";
import { everywhere } from "../../../support/reports/text-everywhere.ts";

describe("planMarkdown", () => {
  it("R-USE-2 answers in its first ten lines: verdict, affected tenants, each planted danger, cost, next command", () => {
    const head = planMarkdown(plantedFleet()).split("\n").slice(0, 10).join("\n");
    for (const said of [
      "Not safe to merge",
      "300 of 300 tenants",
      "**Data deleted or replaced** in 1 tenant (`t-0007`)",
      "**Right grown** in 2 tenants (`t-0100`, …)",
      "**Network opened** in 1 tenant (`t-0200`)",
      "+$1,240.50 a month",
      "`tenantry explain t-0007 --resource t-0007-data-database`",
    ]) {
      ok(head.includes(said), said);
    }
  });

  it("R-USE-2 says safe where nothing needs a look, and needs approval where no gate refuses a danger", () => {
    const second = (plan: Parameters<typeof planMarkdown>[0]) => planMarkdown(plan).split("\n")[1];
    equal(second(planned()), "## ✅ Safe to merge: nothing changes for anybody");
    const { gates: _, ...ungated } = plantedFleet();
    equal(second(planned(ungated)), "## ⚠️ Needs approval: data deleted or replaced, right grown, network opened");
  });

  it("R-USE-2 names every concern in ten lines however many there are", () => {
    const plan = plantedFleet();
    const more = ["some-rule", "cost-threshold", "cell-capacity"].map((gate) => ({
      gate,
      stack: "t-0001",
      reason: "not allowed",
      verdict: "refused" as const,
    }));
    const head = planMarkdown({ ...plan, gates: [...plan.gates, ...more] })
      .split("\n")
      .slice(0, 10)
      .join("\n");
    for (const title of [
      "Data deleted",
      "Right grown",
      "Network opened",
      "Some rule",
      "Cost threshold",
      "Cell capacity",
      "Next",
    ]) {
      ok(head.includes(`**${title}`), title);
    }
  });

  it("R-USE-2 begins with a marker that is the same for a fleet and another for another fleet", () => {
    ok(planMarkdown(planned()).startsWith(`${planMarker()}\n`));
    ok(planMarkdown(planned(), { fleet: "emea --> <b>" }).startsWith("<!-- tenantry:plan:emea-b- -->\n"));
    equal(planMarkdown(everywhere("<!-- tenantry:plan:fleet -->")).split("<!--").length, 2);
  });

  it("R-USE-2 shows both sides of a property, the line that decided it and the exception that lifts a finding", () => {
    const comment = planMarkdown(plantedFleet());
    ok(comment.includes("| `storageType` **forces it** | `gp2` | `gp3` | `tenants/acme-corp.yaml:16:21` |"));
    ok(
      comment.includes(
        "  - gate: data-bearing-replace\n    resource: t-0007-data-database\n    property: storageType\n",
      ),
    );
  });

  it("R-USE-2 links to the artifact by a web address alone", () => {
    const links = (artifactUrl: string) =>
      nodesOf(planMarkdown(plantedFleet(), { artifactUrl })).flatMap((node) =>
        node.type === "link" ? [node.url] : [],
      );
    deepEqual(links("https://ci.example/runs/1?a=b"), ["https://ci.example/runs/1?a=b"]);
    deepEqual(links("javascript:alert(1)"), []);
    equal(links("https://ci.example/>)[x](https://evil.example").length, 1);
  });
});
