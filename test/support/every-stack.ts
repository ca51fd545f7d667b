import { synthFleet } from "../../fleet/synth/fleet.ts";
import type { SynthesisedStack } from "../../fleet/synth/synthesised-stack.ts";
import { sampleStacks } from "./sample-fleet.ts";

/** Every stack of the committed sample fleet as it is declared, in the order of `sampleStacks`. */
export async function everyStack(): Promise<readonly SynthesisedStack[]> {
  const stacks: SynthesisedStack[] = [];
  for await (const synthesis of synthFleet(
    sampleStacks.map(({ stack }) => stack),
    process.cwd(),
  )) {
    if (synthesis.kind === "failed") throw synthesis.error;
    stacks.push(synthesis.stack);
  }
  return stacks;
}
