import type { TypeDefinition } from "../../define-type.ts";
import { eventBus } from "./event-bus.ts";
import { eventBusPolicy } from "./event-bus-policy.ts";
import { eventRule } from "./event-rule.ts";
import { eventTarget } from "./event-target.ts";

export const eventsTypes: readonly TypeDefinition[] = [eventBus, eventBusPolicy, eventRule, eventTarget];
