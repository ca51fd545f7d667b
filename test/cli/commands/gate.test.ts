import { deepEqual, equal, match } from "node:assert/strict";
import { join } from "node:path";
import { synthStack } from "../../../fleet/synth/fleet.ts";
import type { SynthesisedStack } from "../../../fleet/synth/synthesised-stack.ts";
import { FleetFolder } from "../../support/fleet-folder.ts";
import { withInputs } from "../../support/gates/changed-stack.ts";
import { runCli } from "../../support/run-cli.ts";

const root = join(import.meta.dirname, "../../..");

/** What `pulumi preview --json --show-sames` writes of two states, as far as it is looked at. */
function previewOf(base: SynthesisedStack, head: SynthesisedStack, changed: string, step: object): string {
  const state = ({ urn, type, parent, inputs }: SynthesisedStack["resources"][number]) => ({
    urn,
    type,
    custom: true,
    parent,
    inputs,
    outputs: inputs,
  });
  const before = new Map(base.resources.map((resource) => [resource.urn, resource]));
  const steps = head.resources.map((resource) => {
    const old = before.get(resource.urn);
    return {
      op: "same",
      urn: resource.urn,
      newState: state(resource),
      ...(old === undefined ? {} : { oldState: state(old) }),
      ...(resource.name === changed && resource.type.startsWith("aws:") ? step : {}),
    };
  });
  return JSON.stringify({ config: {}, steps, duration: 1, changeSummary: {} });
}

describe("tenantry gate", () => {
  const name = "northwind-freight-data-database";
  let stack: SynthesisedStack;
  let folder: FleetFolder;
  before(async () => {
    stack = await synthStack("northwind-freight", root);
  });
  beforeEach(() => {
    folder = new FleetFolder();
  });
  afterEach(() => folder.remove());

  const gate = (text: string, ...options: readonly string[]) => {
    folder.write("preview.json", text);
    return runCli(folder.root, ["gate", "--preview", folder.path("preview.json"), ...options], {
      TENANTRY_FLEET_DIR: folder.root,
    });
  };
  const instance = () => stack.resources.find(({ type }) => type === "aws:rds/instance:Instance")?.name ?? name;

  it("R-USE-2 lets a preview without danger through, and refuses one with, by the same rules", () => {
    const fine = gate(previewOf(stack, stack, instance(), {}));
    deepEqual([fine.code, fine.stdout, fine.stderr], [0, "northwind-freight: no gate refuses\n", ""]);
    const head = withInputs(stack, instance(), { deletionProtection: false });
    const step = { op: "update", detailedDiff: { deletionProtection: { kind: "update", inputDiff: true } } };
    const refused = gate(previewOf(stack, head, instance(), step));
    equal(refused.code, 4, refused.stderr);
    match(
      refused.stdout,
      /^northwind-freight: 1 refused\n {2}refused deletion-protection-loosened .* deletionProtection was true and would be false/,
    );
  });

  it("R-USE-2 refuses a replacement that loses data, lets it through by the tenant's exception, and writes JSON", () => {
    const head = withInputs(stack, instance(), { storageType: "io2" });
    const step = {
      op: "replace",
      replaceReasons: ["storageType"],
      detailedDiff: { storageType: { kind: "update-replace" } },
    };
    const text = previewOf(stack, head, instance(), step);
    const refused = gate(text, "--json");
    const { formatVersion, gates } = JSON.parse(refused.stdout) as {
      formatVersion: number;
      gates: { gate: string; property: string; verdict: string }[];
    };
    deepEqual([refused.code, formatVersion], [4, 1]);
    deepEqual(
      gates.map((one) => [one.gate, one.property, one.verdict]),
      [["data-bearing-replace", "storageType", "refused"]],
    );
    const exception = `{ gate: data-bearing-replace, resource: ${instance()}, property: storageType, reason: planned move to io2, approved_by: ops@example.com, until: 2099-12-31 }`;
    folder.edit("tenants/northwind-freight.yaml", "schema_version: 1", `schema_version: 1\nexceptions: [${exception}]`);
    const lifted = gate(text);
    equal(lifted.code, 0, lifted.stderr + lifted.stdout);
    match(
      lifted.stdout,
      /excepted data-bearing-replace .* \(lifted until 2099-12-31 by ops@example\.com: planned move to io2\)/,
    );
    match(gate(previewOf(stack, stack, instance(), {})).stdout, /unused: the exception from data-bearing-replace/);
  });

  it("R-USE-2 says of a file that is no preview what it is and what to type", () => {
    const whole = previewOf(stack, stack, instance(), {});
    const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", plaintext: '"hunter2"' };
    const cases: readonly (readonly [text: string, words: RegExp])[] = [
      ["", /is empty\. Write it anew: pulumi preview --json/],
      ["Previewing update (acme-corp):\n", /is no JSON: was --json left out\?/],
      [whole.slice(0, 5000), /breaks off or is no JSON after its first lines/],
      ['{"version": 3, "deployment": {}}', /is JSON, but not what pulumi preview --json of Pulumi 3 writes \(steps\)/],
      ['{"steps": []}', /has no step with a stack/],
      [
        whole.replace('"inputs":{}', `"inputs":{"password":${JSON.stringify(secret)}}`),
        /holds secrets in plain text\. Delete it/,
      ],
    ];
    for (const [text, words] of cases) {
      const { code, stdout, stderr } = gate(text);
      deepEqual([code, stdout], [3, ""], stderr);
      match(stderr, words);
      equal(stderr.includes("hunter2"), false);
    }
    const missing = runCli(folder.root, ["gate", "--preview", "nowhere.json"]);
    equal(missing.code, 1);
    match(missing.stderr, /^nowhere\.json does not exist\./);
  });

  it("R-USE-2 writes control characters of names as their numbers", () => {
    const named = JSON.stringify({
      steps: [
        {
          op: "delete",
          urn: "urn:pulumi:s\u001b[31m::p::aws:s3/bucket:Bucket::b\u202e",
          oldState: { urn: "urn:pulumi:s\u001b[31m::p::aws:s3/bucket:Bucket::b\u202e", type: "aws:s3/bucket:Bucket" },
        },
      ],
    });
    const { code, stdout } = gate(named);
    equal(code, 4);
    match(stdout, /^s\\u001b\[31m: 1 refused\n {2}refused data-bearing-delete b\\u202e: /);
  });
});
