import { deepEqual, equal } from "node:assert/strict";
import { isResident, regionsOf, residencies } from "../../model/residency.ts";

describe("residency", () => {
  it("R-CMP-4 knows which Regions are inside, and none for a residency that nobody knows", () => {
    equal(isResident("us-west-2", "us"), true);
    equal(isResident("eu-west-1", "us"), false);
    equal(isResident("us-west-2", "moon"), false);
    deepEqual(regionsOf("__proto__"), []);
  });

  it("R-CMP-4 keeps the United Kingdom and Switzerland apart from the European Union", () => {
    deepEqual([isResident("eu-west-2", "eu"), isResident("eu-west-2", "uk")], [false, true]);
    deepEqual([isResident("eu-central-2", "eu"), isResident("eu-central-2", "ch")], [false, true]);
  });

  it("R-CMP-4 puts a Region into one residency at most", () => {
    const regions = residencies.flatMap(regionsOf);
    equal(new Set(regions).size, regions.length);
  });
});
