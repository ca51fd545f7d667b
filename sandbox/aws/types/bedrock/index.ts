import type { TypeDefinition } from "../../define-type.ts";
import { guardrail } from "./guardrail.ts";
import { guardrailVersion } from "./guardrail-version.ts";
import { inferenceProfile } from "./inference-profile.ts";
import { invocationLoggingConfiguration } from "./invocation-logging-configuration.ts";

export const bedrockTypes: readonly TypeDefinition[] = [
  guardrail,
  guardrailVersion,
  inferenceProfile,
  invocationLoggingConfiguration,
];
