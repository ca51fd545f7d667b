import { equal } from "node:assert/strict";
import { processorsOf } from "../../../fleet/cost/charges/databases.ts";

describe("processors of a server's class", () => {
  it("follow from its size in the families that a proxy's price is known for, and are unknown in others", () => {
    equal(processorsOf("db.r8g.large"), 2);
    equal(processorsOf("db.r8g.xlarge"), 4);
    equal(processorsOf("db.m7g.16xlarge"), 64);
    equal(processorsOf("db.t4g.medium"), undefined);
    equal(processorsOf("undefined"), undefined);
  });
});
