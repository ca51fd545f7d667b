import { deepEqual, ok } from "node:assert/strict";
import { synthStack } from "../../fleet/synth/fleet.ts";
import { differencesOf, type StackOnBothSides } from "../support/compare-with-engine.ts";
import { type TestEngine, testEngine } from "../support/engine.ts";
import { sampleFleetUp, sampleStacks } from "../support/sample-fleet.ts";

describe("what synth declares, against the engine's own record", function () {
  this.timeout(600_000);
  let engine: TestEngine;
  const sides = new Map<string, StackOnBothSides>();
  const side = (stack: string): StackOnBothSides => {
    const found = sides.get(stack);
    ok(found);
    return found;
  };

  before(async () => {
    engine = await testEngine();
    await sampleFleetUp();
    for (const { stack } of sampleStacks) {
      const declared = await synthStack(stack, engine.fleetFolder);
      sides.set(stack, { declared, recorded: await engine.exported(stack) });
    }
  });

  for (const { stack, needs } of sampleStacks) {
    it(`is the same for ${stack}: types, names, parents, inputs, options, and each output where it is used`, () => {
      deepEqual(differencesOf(side(stack), needs.map(side)), []);
    });
  }

  it("is not the same once a single input is another", () => {
    const { declared, recorded } = side("acme-corp");
    const [first, ...others] = declared.resources.filter(({ type }) => type === "aws:s3/bucket:Bucket");
    ok(first);
    deepEqual(others, []);
    const changed = declared.resources.map((resource) =>
      resource.urn === first.urn ? { ...resource, inputs: { ...resource.inputs, forceDestroy: "maybe" } } : resource,
    );
    const found = differencesOf({ declared: { ...declared, resources: changed }, recorded }, ["cell-us-1"].map(side));
    deepEqual(
      found.map(({ urn, where }) => [urn, where]),
      [[first.urn, "inputs.forceDestroy"]],
    );
  });
});
