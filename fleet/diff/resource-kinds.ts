import type { SynthesisedResource } from "../synth/synthesised-stack.ts";

/** Whether the cloud holds anything of a resource: neither components, the stack nor references to other stacks do. */
export const isCustom = ({ type }: Pick<SynthesisedResource, "type">): boolean =>
  !type.startsWith("tenantry:") && !type.startsWith("pulumi:pulumi:");
