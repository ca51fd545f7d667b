import { deepEqual, ok } from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
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
    does: [
      "replace blue-kite aws:cloudfront/keyvaluestoreKey:KeyvaluestoreKey",
      "update acme-corp aws:cognito/userPool:UserPool",
    ],
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
    await exportStacks();
  });
  after(() => remove?.());

  /** The backend's own files, in which secrets are encrypted. */
  const compared = (root: string, state = join(engine.sandbox.folder, "state")) =>
    recordedComparison(openStateFolder(state), root);

  for (const { stack } of sampleStacks) {
    it(`finds no operation in ${stack} as it was brought up, with secrets encrypted and without`, async () => {
      for (const state of [undefined, exported()]) {
        deepEqual(await stackDifferenceOf(compared(engine.fleetFolder, state), stack), { stack, operations: [] });
      }
    });
  }

  for (const edit of edits) {
    const { what, does } = edit;
    it(`predicts what the engine's previews say of every stack after an edit of ${what}`, async () => {
      const root = edited(edit);
      const { differences, confirmation } = await confirmed(root, exported());
      const done = differences.flatMap(({ stack, operations }) =>
        operations.map(({ op, type }) => `${op} ${stack} ${type}`),
      );
      for (const operation of does) ok(done.includes(operation), `${operation} is not among ${done.join(", ")}`);
      const { previewed, notProvisioned, failures, disagreements } = confirmation;
      deepEqual({ notProvisioned, failures, disagreements }, { notProvisioned: [], failures: [], disagreements: [] });
      deepEqual(previewed.toSorted(), changed(differences));
    });
  }

  it("says of which resources it cannot know, where secrets are encrypted, and is right on all others", async () => {
    const root = edited(edits[0]);
    const encrypted = compared(root);
    const predicted = await stackDifferenceOf(encrypted, "acme-corp");
    const uncompared = encrypted.uncompared().map((urn) => urn.split("::").slice(2).join(" ").split("$").at(-1));
    deepEqual(uncompared, [
      "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion acme-corp-configuration-version",
    ]);
    const open = compared(root, exported());
    const known = await stackDifferenceOf(open, "acme-corp");
    deepEqual(open.uncompared(), []);
    // The document's version, and its deployment, which hangs on it.
    const hidden = known.operations.filter(({ urn }) => !predicted.operations.some((each) => each.urn === urn));
    deepEqual(
      hidden.map(({ op, name }) => `${op} ${name}`),
      ["replace acme-corp-configuration-version", "replace acme-corp-configuration-deployment"],
    );
    deepEqual(known.operations.length, predicted.operations.length + hidden.length);
  });

  it("says of a tenant that was never brought up that it was not, and leaves no stack behind", async () => {
    const settings = { projectFolder: engine.projectFolder, environment: engine.environment };
    deepEqual(await previewStack(settings, "nobody-yet"), { kind: "not-provisioned" });
    deepEqual(await previewStack(settings, "nobody-yet"), { kind: "not-provisioned" });
  });

  const exported = (): string => join(folder, "exported");

  /** What `pulumi stack export --show-secrets` writes. */
  async function exportStacks(): Promise<void> {
    mkdirSync(exported());
    for (const { stack } of sampleStacks) {
      const deployment = { resources: await engine.exported(stack) };
      writeFileSync(join(exported(), `${stack}.json`), JSON.stringify({ version: 3, deployment }));
    }
  }

  /** A copy of the fleet with one edit. */
  function edited(edit: Edit | undefined): string {
    ok(edit);
    const root = mkdtempSync(join(folder, "fleet-"));
    cpSync(engine.fleetFolder, root, { recursive: true });
    const text = readFileSync(join(root, edit.file), "utf8");
    ok(text.includes(edit.from), edit.file);
    writeFileSync(join(root, edit.file), text.replace(edit.from, edit.to));
    return root;
  }

  const changed = (differences: readonly StackDifference[]): readonly string[] =>
    differences.flatMap(({ stack, operations }) => (operations.length > 0 ? [stack] : [])).toSorted();

  /** What is predicted for every stack of the files in `root`, and what the engine says of each. */
  async function confirmed(root: string, state: string) {
    const differences: StackDifference[] = [];
    for (const { stack } of sampleStacks) differences.push(await stackDifferenceOf(compared(root, state), stack));
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
