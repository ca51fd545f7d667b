import type { TypeDefinition } from "../../define-type.ts";
import { policy } from "./policy.ts";
import { target } from "./target.ts";

export const appautoscalingTypes: readonly TypeDefinition[] = [policy, target];
