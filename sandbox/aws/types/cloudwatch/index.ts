import type { TypeDefinition } from "../../define-type.ts";
import { logGroup } from "./log-group.ts";

export const cloudwatchTypes: readonly TypeDefinition[] = [logGroup];
