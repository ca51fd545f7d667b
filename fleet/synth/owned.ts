import type { SynthesisedResource } from "./synthesised-stack.ts";

/** Whether a cloud or a server has it: components and providers are the program's alone. */
export const isOwned = ({ type }: Pick<SynthesisedResource, "type">): boolean => !/^(pulumi:|tenantry:)/.test(type);
