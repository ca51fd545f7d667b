import { deepEqual, equal, ok } from "node:assert/strict";
import { renderPlanSarif } from "../../../cli/report/plan-sarif.ts";
import { planned, plantedFleet } from "../../support/reports/planned-fleet.ts";

const runOf = (text: string) => JSON.parse(text).runs[0];

describe("renderPlanSarif", () => {
  it("R-USE-2 puts a gate's finding at the line that decided it", () => {
    const [result, ...others] = runOf(renderPlanSarif(plantedFleet())).results;
    deepEqual(others, []);
    equal(result.ruleId, "data-bearing-replace");
    equal(result.level, "error");
    deepEqual(result.locations[0].physicalLocation, {
      artifactLocation: { uri: "tenants/acme-corp.yaml" },
      region: { startLine: 16, startColumn: 21 },
    });
  });

  it("R-USE-2 lists a stack that cannot be planned, at its place or in its own file", () => {
    const failure = { stack: "acme corp", side: "head" as const, message: "is wrong" };
    const failures = [failure, { ...failure, stack: "cell-us-1", place: "cells/us-1.yaml:4:7" }];
    const { results, tool } = runOf(renderPlanSarif(planned({ failures })));
    deepEqual(
      results.map(
        ({ locations }: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
          locations[0]?.physicalLocation.artifactLocation.uri,
      ),
      ["tenants/acme%20corp.yaml", "cells/us-1.yaml"],
    );
    deepEqual(
      tool.driver.rules.map(({ id }: { id: string }) => id),
      ["stack-not-planned"],
    );
    ok(results.every(({ message }: { message: { text: string } }) => message.text.includes("is wrong")));
  });

  it("R-USE-2 is a log without results where nothing is wrong", () => {
    deepEqual(runOf(renderPlanSarif(planned())).results, []);
  });
});
