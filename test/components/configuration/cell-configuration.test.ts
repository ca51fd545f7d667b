import { deepEqual, equal } from "node:assert/strict";
import { CellConfiguration } from "../../../components/configuration/cell-configuration.ts";
import { declared, named, shortNames } from "../../support/declared.ts";
import { cellPlan, tenantPlan } from "../../support/plans.ts";

const configuration = () =>
  declared(() => new CellConfiguration("cell", { plan: cellPlan("us-1").configuration, cellId: "us-1" }));

describe("CellConfiguration", () => {
  it("R-APP-2 has one application a cell, by the name that its tenants' plans say", async () => {
    const all = await configuration();
    deepEqual(shortNames(all), ["Application cell", "DeploymentStrategy cell-strategy"]);
    equal(named(all, "cell").inputs["name"], tenantPlan("acme-corp").configuration.applicationName);
  });

  it("R-APP-2 lets a change reach a tenant at once, and keeps nobody waiting afterwards", async () => {
    const { deploymentDurationInMinutes, finalBakeTimeInMinutes, growthFactor, growthType, replicateTo } = named(
      await configuration(),
      "cell-strategy",
    ).inputs;
    deepEqual([deploymentDurationInMinutes, finalBakeTimeInMinutes, growthFactor], [0, 0, 100]);
    deepEqual([growthType, replicateTo], ["LINEAR", "NONE"]);
  });
});
