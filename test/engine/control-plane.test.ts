import { deepEqual, equal, match } from "node:assert/strict";
import { isUnchanged } from "../../automation/engine/stack-operation.ts";
import { synthStack } from "../../fleet/synth/fleet.ts";
import { ControlPlaneOutputs } from "../../model/outputs.ts";
import { differencesOf } from "../support/compare-with-engine.ts";
import { type TestEngine, testEngine } from "../support/engine.ts";

describe("the control plane through the engine", function () {
  this.timeout(600_000);
  let engine: TestEngine;
  let outputs: ControlPlaneOutputs;

  before(async () => {
    engine = await testEngine();
    outputs = ControlPlaneOutputs.parse((await engine.provisioned("control-plane", [])).outputs);
  });

  it("R-INF-2 comes up with a key that signs by ML-DSA, and publishes which", () => {
    equal(outputs.signingKeySpec, "ML_DSA_65");
    match(outputs.signingKeyArn, new RegExp(`:key/${outputs.signingKeyId}$`));
  });

  it("R-SEC-5 has one detector in each account and Region of the fleet", () => {
    deepEqual(Object.keys(outputs.detectorIds).toSorted(), [
      "111122223333/us-east-1",
      "111122223333/us-west-2",
      "444455556666/us-east-1",
      "444455556666/us-west-2",
    ]);
  });

  it("is what synth says, and a second run changes nothing", async () => {
    const declared = await synthStack("control-plane", engine.fleetFolder);
    deepEqual(differencesOf({ declared, recorded: await engine.exported("control-plane") }, []), []);
    const { changes } = await engine.up("control-plane");
    equal(isUnchanged(changes), true);
  });
});
