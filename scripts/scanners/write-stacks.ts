import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { kubernetesObjects } from "../../fleet/formats/kubernetes-objects.ts";
import { terraformPlan } from "../../fleet/formats/terraform-plan.ts";
import type { SynthesisedStack } from "../../fleet/synth/synthesised-stack.ts";

/** Writes a stack into `folder` as `<stack>.json` and `<stack>.yaml`; a form that would hold nothing is left out. */
export function writeStack(folder: string, stack: SynthesisedStack): void {
  for (const [ending, written] of [
    ["json", terraformPlan(stack)],
    ["yaml", kubernetesObjects(stack)],
  ] as const) {
    if (written.writtenCount > 0) writeFileSync(join(folder, `${stack.stack}.${ending}`), written.text);
  }
}
