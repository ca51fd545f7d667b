import { deepEqual, equal, match, ok } from "node:assert/strict";
import { join } from "node:path";
import { runStackOperation } from "../../automation/engine/run-stack-operation.ts";
import { compareStacks } from "../../fleet/diff/compare-stacks.ts";
import type { StackDifference } from "../../fleet/diff/stack-difference.ts";
import { type TestEngine, testEngine } from "../support/engine.ts";
import type { Edit, EditedStack } from "../support/exact-plan/edit.ts";
import { EditedFleet } from "../support/exact-plan/edited-fleet.ts";
import { editedStacks } from "../support/exact-plan/edits.ts";
import { type EngineOutcome, engineSteps } from "../support/exact-plan/engine-steps.ts";
import { inexactEdits } from "../support/exact-plan/inexact-edits.ts";
import { asLines, inWrongOrder, predictedSteps } from "../support/exact-plan/predicted-steps.ts";
import { sampleFleetUp } from "../support/sample-fleet.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** What was foretold of an edit, and what the engine did. */
interface Trial {
  readonly foretold: StackDifference;
  readonly done: EngineOutcome;
}

/** Makes a stack's edits one after the other, each foretold first and then done by the engine. */
async function tryEdits(edited: EditedStack, engine: TestEngine, folder: string): Promise<ReadonlyMap<string, Trial>> {
  const fleet = new EditedFleet(edited, engine, folder);
  const trials = new Map<string, Trial>();
  let standing = await fleet.synthesised();
  if (edited.copyOf !== undefined)
    trials.set("a new tenant", await provision(fleet, compareStacks(undefined, standing)));
  for (const edit of edited.edits) {
    const takeBack = fleet.make(edit);
    const declared = await fleet.synthesised();
    const foretold = compareStacks(standing, declared);
    const isTakenBack = edit.isRefused === true || edit.isPreviewed === true;
    const done = await engineSteps(fleet.place, isTakenBack ? "preview" : "up", fleet.stack);
    trials.set(edit.name, { foretold, done });
    if (isTakenBack) takeBack();
    else standing = declared;
  }
  return trials;
}

async function provision({ stack, place }: EditedFleet, foretold: StackDifference): Promise<Trial> {
  const steps: { operation: string; urn: string }[] = [];
  const onStep = (step: { operation: string; urn: string; type: string }) => {
    const isOfTheCloud = !/^(tenantry:|pulumi:pulumi:)/.test(step.type) && !/::default(_[^:]*)?$/.test(step.urn);
    if (isOfTheCloud && step.operation !== "read") steps.push(step);
  };
  const result = await runStackOperation({ stack, operation: "up", ...place, onStep });
  const errors = result.kind === "failed" ? result.reasons : [];
  return {
    foretold,
    done: {
      succeeded: result.kind === "done",
      errors,
      steps: steps.map(({ operation, urn }) => ({ operation, urn, replaceKeys: [], changedPaths: [] })),
    },
  };
}

function checkEdit({ isRefused = false, isWithoutEffect = false, changesOptions = false }: Edit, trial: Trial): void {
  const { foretold, done } = trial;
  equal(
    foretold.operations.some((operation) => operation.isRefused === true),
    isRefused,
  );
  if (isRefused) {
    equal(done.succeeded, false);
    match(done.errors.join("\n"), /protect/);
    return;
  }
  deepEqual(done.errors, []);
  deepEqual(asLines(predictedSteps(foretold)), asLines(done.steps));
  deepEqual(inWrongOrder(foretold, done.steps), []);
  equal(foretold.operations.length === 0, isWithoutEffect);
  equal(done.steps.length === 0, isWithoutEffect || changesOptions);
}

describe("the difference that is foretold of an edit, against what the engine does", function () {
  this.timeout(900_000);
  const folder = temporaryFolder();
  let trials: ReadonlyMap<string, ReadonlyMap<string, Trial>>;
  let engine: TestEngine;

  before(async () => {
    engine = await testEngine();
    await sampleFleetUp();
    const runs = editedStacks.map(async (edited) => {
      const tried = await tryEdits(edited, engine, join(folder.path, edited.stack));
      return [edited.stack, tried] as const;
    });
    trials = new Map(await Promise.all(runs));
  });

  after(async () => {
    for (const { stack, copyOf } of editedStacks) {
      if (copyOf === undefined) await engine.up(stack);
    }
    folder.remove();
  });

  for (const { stack, copyOf, edits } of editedStacks) {
    if (copyOf !== undefined) {
      it(`is the same for a new tenant ${stack}`, () => {
        const trial = trials.get(stack)?.get("a new tenant");
        ok(trial);
        deepEqual(trial.done.errors, []);
        deepEqual(asLines(predictedSteps(trial.foretold)), asLines(trial.done.steps));
      });
    }
    for (const edit of edits) {
      const inexact = inexactEdits.find((each) => each.stack === stack && each.name === edit.name);
      const title = inexact === undefined ? "is the same, step by step" : `differs, since ${inexact.reason},`;
      it(`${title} for an edit of the kind ${edit.kind}: ${edit.name} (${stack})`, () => {
        const trial = trials.get(stack)?.get(edit.name);
        ok(trial);
        if (inexact === undefined) return checkEdit(edit, trial);
        const foretold = asLines(predictedSteps(trial.foretold));
        ok(foretold.join("\n") !== asLines(trial.done.steps).join("\n"), "it is exact by now: take it off the list");
      });
    }
  }

  it("has 40 edits or more, of every kind", () => {
    const edits = editedStacks.flatMap((each) => each.edits);
    ok(edits.length >= 40, `${edits.length} edits`);
    deepEqual([...new Set(edits.map(({ kind }) => kind))].sort(), [
      "cell",
      "code",
      "framework",
      "integration",
      "tenant",
      "tier",
    ]);
  });
});
