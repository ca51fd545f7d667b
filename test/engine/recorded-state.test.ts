import { deepEqual, ok } from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { confirmGroups } from "../../automation/preview/confirm-groups.ts";
import { previewStack } from "../../automation/preview/preview-stack.ts";
import type { StackDifference } from "../../fleet/diff/stack-difference.ts";
import { stackDifferenceOf } from "../../fleet/plan/stack-difference-of.ts";
import { recordedComparison } from "../../fleet/state/recorded-comparison.ts";
import { openStateFolder } from "../../fleet/state/state-folder.ts";
import { type TestEngine, testEngine } from "../support/engine.ts";
import { sampleFleetUp, sampleStacks } from "../support/sample-fleet.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** An edit of one file of the fleet, and what is then to be done to which stacks, at least. */
interface Edit {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** `<op> <stack> <type>`. */
  readonly does: readonly string[];
}

const edits: readonly Edit[] = [
  {
    what: "a limit of one tenant",
    file: "tenants/acme-corp.yaml",
    from: "limits.max_users: 500",
    to: "limits.max_users: 300",
    does: ["update acme-corp aws:cloudwatch/metricAlarm:MetricAlarm"],
  },
  {
    what: "a cell's key",
    file: "cells/us-1.yaml",
    from: "key_rotation_days: 90",
    to: "key_rotation_days: 120",
    does: ["update cell-us-1 aws:kms/key:Key"],
  },
  {
    what: "the domain, by which much is named",
    file: "fleet.yaml",
    from: "domain: ",
    to: "domain: other-",
    does: ["replace cell-us-1 aws:acm/certificate:Certificate"],
  },
];

describe("comparing with what is on record (R-USE-2)", function () {
  this.timeout(600_000);
  let engine: TestEngine;
  let folder: string;
  let remove: () => void;

  before(async () => {
    engine = await testEngine();
    await sampleFleetUp();
    ({ path: folder, remove } = temporaryFolder());
  });
  after(() => remove?.());

  const compared = (root: string) => recordedComparison(openStateFolder(join(engine.sandbox.folder, "state")), root);

  for (const { stack } of sampleStacks) {
    it(`finds no operation in ${stack} as it was brought up`, async () => {
      deepEqual(await stackDifferenceOf(compared(engine.fleetFolder), stack), { stack, operations: [] });
    });
  }

  for (const { what, file, from, to, does } of edits) {
    it(`predicts what the engine's previews say of every stack after an edit of ${what}`, async () => {
      const root = join(folder, what.replaceAll(/[^a-z]/g, "-"));
      cpSync(engine.fleetFolder, root, { recursive: true });
      const text = readFileSync(join(root, file), "utf8");
      ok(text.includes(from), file);
      writeFileSync(join(root, file), text.replace(from, to));
      const { differences, confirmation } = await confirmed(root);
      const done = differences.flatMap(({ stack, operations }) =>
        operations.map(({ op, type }) => `${op} ${stack} ${type}`),
      );
      for (const operation of does) ok(done.includes(operation), `${operation} is not among ${done.join(", ")}`);
      const { previewed, notProvisioned, failures, disagreements } = confirmation;
      deepEqual({ notProvisioned, failures, disagreements }, { notProvisioned: [], failures: [], disagreements: [] });
      deepEqual(previewed.toSorted(), changed(differences));
    });
  }

  it("says of a tenant that was never brought up that it was not, and leaves no stack behind", async () => {
    const settings = { projectFolder: engine.projectFolder, environment: engine.environment };
    deepEqual(await previewStack(settings, "nobody-yet"), { kind: "not-provisioned" });
    deepEqual(await previewStack(settings, "nobody-yet"), { kind: "not-provisioned" });
  });

  const changed = (differences: readonly StackDifference[]): readonly string[] =>
    differences.flatMap(({ stack, operations }) => (operations.length > 0 ? [stack] : [])).toSorted();

  /** What is predicted for every stack of the files in `root`, and what the engine says of each. */
  async function confirmed(root: string) {
    const differences: StackDifference[] = [];
    for (const { stack } of sampleStacks) differences.push(await stackDifferenceOf(compared(root), stack));
    const { projectFolder } = engine;
    const settings = { projectFolder, environment: { ...engine.environment, TENANTRY_FLEET_DIR: root } };
    const confirmation = await confirmGroups({
      groups: differences.map(({ stack, operations }) => ({
        tenants: [stack],
        danger: "none",
        operations: operations,
        predicted: true,
      })),
      perGroup: 1,
      differenceOf: async (stack) => differences.find((each) => each.stack === stack) ?? { stack, operations: [] },
      preview: (stack) => previewStack(settings, stack),
    });
    return { differences, confirmation };
  }
});
