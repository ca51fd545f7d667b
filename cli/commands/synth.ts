import { Command, Option } from "commander";
import { kubernetesObjects } from "../../fleet/formats/kubernetes-objects.ts";
import { terraformPlan } from "../../fleet/formats/terraform-plan.ts";
import { type WrittenStack, withoutEquivalentLines } from "../../fleet/formats/written-stack.ts";
import { synthStack } from "../../fleet/synth/fleet.ts";
import type { SynthesisedStack } from "../../fleet/synth/index.ts";
import { inWords } from "../in-words.ts";
import { fleetFolder } from "./sandbox-places.ts";
import { stackTree } from "./synth-tree.ts";

const about = `What the stack of a tenant or a cell declares, without an engine and without a cloud.

What the cloud would make is shown as a stable placeholder in the service's own form; --json lists each under "predicted".
A secret is shown as [secret].

--format writes what a scanner reads: the AWS resources as a Terraform plan (tfplan), or the Kubernetes objects as YAML
(k8s). What the format has no equivalent for is listed on standard error.`;

/** Forms of other tools. */
const formats: Readonly<Record<string, (stack: SynthesisedStack) => WrittenStack>> = {
  tfplan: terraformPlan,
  k8s: kubernetesObjects,
};

/** `tenantry synth`: what a stack declares. */
export function synthCommand(): Command {
  return new Command("synth")
    .description(about)
    .argument("<stack>", "control-plane, a tenant's id, cell-<id>, or cell-<id>-platform")
    .option("--json", "for programs")
    .addOption(
      new Option("--format <form>", "for scanners: a Terraform plan, or Kubernetes objects")
        .choices(Object.keys(formats))
        .conflicts("json"),
    )
    .action(synth);
}

interface SynthOptions {
  readonly json?: true;
  readonly format?: string;
}

async function synth(stack: string, { json, format = "" }: SynthOptions): Promise<void> {
  const synthesised = await synthStack(stack, fleetFolder()).catch(inWords);
  const write = formats[format];
  if (write !== undefined) {
    const written = write(synthesised);
    process.stderr.write(`${withoutEquivalentLines(written).join("\n")}\n`);
    process.stdout.write(written.text);
    return;
  }
  process.stdout.write(`${json ? stackJson(synthesised) : stackTree(synthesised)}\n`);
}

/** The document of `--json`, its keys in the contract's order. */
export function stackJson({ stack, resources, outputs, predicted }: SynthesisedStack): string {
  return JSON.stringify({ formatVersion: 1, stack, resources, outputs, predicted }, null, 2);
}
