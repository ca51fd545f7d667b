import { deepEqual, equal } from "node:assert/strict";
import { isUnchanged } from "../../automation/engine/stack-operation.ts";
import { type TestEngine, testEngine } from "../support/engine.ts";
import { sampleFleetUp, sampleStacks } from "../support/sample-fleet.ts";

describe("a second run", function () {
  this.timeout(600_000);
  let engine: TestEngine;

  before(async () => {
    engine = await testEngine();
    const first = await sampleFleetUp();
    equal(
      [...first.values()].some(({ changes }) => isUnchanged(changes)),
      false,
    );
  });

  for (const { stack } of sampleStacks) {
    it(`of ${stack} changes nothing`, async () => {
      const { changes, steps } = await engine.up(stack);
      deepEqual(
        steps.filter(({ operation }) => operation !== "read"),
        [],
      );
      deepEqual([isUnchanged(changes), (changes["same"] ?? 0) > 1], [true, true]);
    });
  }

  for (const { stack } of sampleStacks) {
    it(`R-LC-8 finds no drift in ${stack} where nobody touched anything`, async () => {
      const { changes } = await engine.refresh(stack);
      deepEqual(
        Object.keys(changes).filter(
          (operation) => operation !== "same" && operation !== "read" && operation !== "refresh",
        ),
        [],
      );
    });
  }
});
