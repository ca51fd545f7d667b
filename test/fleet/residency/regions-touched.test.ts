import { deepEqual, equal, ok } from "node:assert/strict";
import { join } from "node:path";
import { outsideResidency, regionsTouched } from "../../../fleet/residency/regions-touched.ts";
import { synthStack } from "../../../fleet/synth/fleet.ts";
import type { SynthesisedStack } from "../../../fleet/synth/synthesised-stack.ts";

const stacks = ["cell-us-1", "cell-umbra-1", "blue-kite", "acme-corp", "northwind-freight", "umbra-health"];
const project = join(import.meta.dirname, "../../..");
const synth = (stack: string) => synthStack(stack, project);
const changed = (
  stack: SynthesisedStack,
  name: string,
  inputs: Readonly<Record<string, unknown>>,
): SynthesisedStack => ({
  ...stack,
  resources: stack.resources.map((resource) =>
    resource.name === name ? { ...resource, inputs: { ...resource.inputs, ...inputs } } : resource,
  ),
});

describe("the Regions that a stack touches", () => {
  it("R-CMP-4 keeps every committed tenant and cell inside its residency, copies, keys and backups included", async () => {
    for (const stack of stacks) deepEqual(outsideResidency(await synth(stack), "us"), [], stack);
  });

  it("R-CMP-4 sees the recovery Region where there are copies, and only there", async () => {
    const regions = async (stack: string) =>
      [...new Set(regionsTouched(await synth(stack)).map(({ region }) => region))].toSorted();
    deepEqual(await regions("northwind-freight"), ["us-east-1", "us-west-2"]);
    const copied = regionsTouched(await synth("northwind-freight")).filter(({ region }) => region === "us-west-2");
    for (const type of ["aws:backup/vault:Vault", "aws:backup/plan:Plan", "aws:s3/bucket:Bucket"]) {
      ok(
        copied.some((touch) => touch.type === type),
        type,
      );
    }
  });

  it("R-CMP-4 finds a vault, a copy and a key that somebody put elsewhere", async () => {
    const stack = await synth("northwind-freight");
    const vault = changed(stack, "northwind-freight-backup-recovery-vault", { region: "eu-west-1" });
    deepEqual(
      outsideResidency(vault, "us").map(({ region }) => region),
      ["eu-west-1"],
    );
    const copy = { copyActions: [{ destinationVaultArn: "arn:aws:backup:eu-west-1:111122223333:backup-vault:a" }] };
    const plan = changed(stack, "northwind-freight-backup-plan", { rules: [copy] });
    deepEqual(
      outsideResidency(plan, "us").map(({ type, region }) => [type, region]),
      [["aws:backup/plan:Plan", "eu-west-1"]],
    );
    equal(outsideResidency(stack, "eu").length > 0, true);
  });

  it("R-CMP-4 passes over us-east-1 for the edge's configuration alone", async () => {
    const cell = await synth("cell-us-1");
    const inFrankfurt: SynthesisedStack = {
      ...cell,
      resources: cell.resources
        .filter(({ name }) => /-edge-(web-acl|domain-certificate|logs)/.test(name))
        .map((resource) => ({ ...resource, inputs: { region: "us-east-1" } })),
    };
    ok(inFrankfurt.resources.length > 4);
    deepEqual(outsideResidency(inFrankfurt, "eu"), []);
    const bucket = { ...inFrankfurt, resources: cell.resources.filter(({ name }) => name === "cell-us-1-edge-assets") };
    const strayed = changed(bucket, "cell-us-1-edge-assets", { region: "us-east-1" });
    deepEqual(
      outsideResidency(strayed, "eu").map(({ region }) => region),
      strayed.resources.filter(({ type }) => type.startsWith("aws:")).map(() => "us-east-1"),
    );
    equal(outsideResidency(strayed, "eu").length, 1);
  });
});
