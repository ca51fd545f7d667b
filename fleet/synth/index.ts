import "../../stacks/sdk-stubs.mjs";

export { isRunError } from "./run-error.ts";
export { SecretValue } from "./secret-value.ts";
export { type StackProgram, type SynthesisRequest, synthesise } from "./synthesise.ts";
export type { Prediction, SynthesisedOptions, SynthesisedResource, SynthesisedStack } from "./synthesised-stack.ts";
