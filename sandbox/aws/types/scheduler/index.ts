import type { TypeDefinition } from "../../define-type.ts";
import { schedule } from "./schedule.ts";
import { scheduleGroup } from "./schedule-group.ts";

export const schedulerTypes: readonly TypeDefinition[] = [schedule, scheduleGroup];
