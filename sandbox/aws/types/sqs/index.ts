import type { TypeDefinition } from "../../define-type.ts";
import { queue } from "./queue.ts";
import { queuePolicy } from "./queue-policy.ts";

export const sqsTypes: readonly TypeDefinition[] = [queue, queuePolicy];
