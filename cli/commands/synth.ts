import { Command } from "commander";
import { synthStack } from "../../fleet/synth/fleet.ts";
import { isRunError, type SynthesisedStack } from "../../fleet/synth/index.ts";
import { UserError } from "../user-error.ts";
import { fleetFolder } from "./sandbox-places.ts";
import { stackTree } from "./synth-tree.ts";

const about = `What the stack of a tenant or a cell declares, without an engine and without a cloud.

What the cloud would make is shown as a stable placeholder in the service's own form; --json lists each under "predicted".
A secret is shown as [secret].`;

/** `tenantry synth`: what a stack declares. */
export function synthCommand(): Command {
  return new Command("synth")
    .description(about)
    .argument("<stack>", "a tenant's id, or cell-<id>, or cell-<id>-platform")
    .option("--json", "for programs")
    .action(synth);
}

async function synth(stack: string, { json }: { readonly json?: true }): Promise<void> {
  const synthesised = await synthStack(stack, fleetFolder()).catch(inWords);
  process.stdout.write(`${json ? stackJson(synthesised) : stackTree(synthesised)}\n`);
}

/** The document of `--json`, its keys in the contract's order. */
export function stackJson({ stack, resources, outputs, predicted }: SynthesisedStack): string {
  return JSON.stringify({ formatVersion: 1, stack, resources, outputs, predicted }, null, 2);
}

/** What a program says to a person is shown without a stack, as `pulumi up` does. */
function inWords(error: unknown): never {
  if (isRunError(error)) throw new UserError(error.message);
  throw error;
}
