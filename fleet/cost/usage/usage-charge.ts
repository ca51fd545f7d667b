import type { TenantPlan } from "../../../model/plan/tenant-plan.ts";
import type { UsageShape } from "../../../model/usage-profile.ts";
import { type Charge, charge } from "../charges/charge.ts";
import type { UsedAmounts } from "./used-amounts.ts";

/** A charge for use. */
export interface UsageCharge extends Charge {
  /** What is used, in a word or two: `AI`, `storage`. */
  readonly item: string;
  /** Absent: the cell's Region. */
  readonly region?: string;
}

/** What a tenant uses, and what that comes to. */
export interface TenantUse {
  readonly plan: TenantPlan;
  readonly used: UsedAmounts;
  readonly shape: UsageShape;
}

/** What one kind of use is charged. */
export type UsageRule = (use: TenantUse) => readonly UsageCharge[];

/** Charges of one kind. @param region absent: the cell's. */
export const charges = (
  item: string,
  quantities: Readonly<Record<string, number>>,
  region?: string,
): readonly UsageCharge[] =>
  Object.entries(quantities)
    .filter(([, quantity]) => quantity > 0)
    .map(([meter, quantity]) => ({ item, ...charge(meter, quantity), ...(region === undefined ? {} : { region }) }));
