import { alarmCharges } from "./alarms.ts";
import type { ChargeRule } from "./charge.ts";
import { computeCharges } from "./compute.ts";
import { databaseCharges } from "./databases.ts";
import { flatCharges } from "./flat.ts";
import { freeTypes } from "./free.ts";

const nothing: ChargeRule = () => [];

/** Type of resource → what it is charged for by being there. A type that is not in it has no price here. */
export const chargeRules: ReadonlyMap<string, ChargeRule> = new Map([
  ...[...freeTypes].map((type) => [type, nothing] as const),
  ...Object.entries({ ...alarmCharges, ...computeCharges, ...databaseCharges, ...flatCharges }),
]);
