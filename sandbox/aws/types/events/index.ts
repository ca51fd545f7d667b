import type { TypeDefinition } from "../../define-type.ts";
import { eventApiDestination } from "./event-api-destination.ts";
import { eventBus } from "./event-bus.ts";
import { eventBusPolicy } from "./event-bus-policy.ts";
import { eventConnection } from "./event-connection.ts";
import { eventRule } from "./event-rule.ts";
import { eventTarget } from "./event-target.ts";

export const eventsTypes: readonly TypeDefinition[] = [
  eventApiDestination,
  eventConnection,
  eventBus,
  eventBusPolicy,
  eventRule,
  eventTarget,
];
