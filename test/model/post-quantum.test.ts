import { deepEqual, ok } from "node:assert/strict";
import { join } from "node:path";
import { synthStack } from "../../fleet/synth/fleet.ts";
import { postQuantumPlaces } from "../../model/post-quantum.ts";

const root = join(import.meta.dirname, "..", "..");

describe("what holds against quantum computers", () => {
  it("R-INF-2 says of each place either what is declared or why nothing can be", () => {
    deepEqual(
      postQuantumPlaces.filter(({ declared, because }) => (declared === undefined) === (because === undefined)),
      [],
    );
  });

  it("R-INF-2 declares what it says it declares", async () => {
    const stacks = [await synthStack("cell-us-1", root), await synthStack("control-plane", root)];
    const inputs = JSON.stringify(stacks.flatMap(({ resources }) => resources.map((resource) => resource.inputs)));
    for (const { declared } of postQuantumPlaces)
      if (declared !== undefined) ok(inputs.includes(`"${declared}"`), `${declared} is declared nowhere`);
  }).timeout(60_000);
});
