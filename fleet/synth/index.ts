import "../../stacks/sdk-stubs.mjs";

export { isRunError } from "./run-error.ts";
export { SecretValue } from "./secret-value.ts";
export { synthesise } from "./synthesise.ts";
export type { SynthesisedOptions, SynthesisedResource, SynthesisedStack } from "./synthesised-stack.ts";
