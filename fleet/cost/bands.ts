import type { UsageLevel } from "../../model/usage-profile.ts";
import type { MicroUsd } from "./money.ts";

/** Costs with little, usual and much use. */
export type CostBands = Readonly<Record<UsageLevel, MicroUsd>>;

export const nothing: CostBands = { low: 0, typical: 0, high: 0 };

/** The same whatever is used. */
export const always = (cost: MicroUsd): CostBands => ({ low: cost, typical: cost, high: cost });

/** Something of each level. */
export const perLevel = <T>(at: (level: UsageLevel) => T): Readonly<Record<UsageLevel, T>> => ({
  low: at("low"),
  typical: at("typical"),
  high: at("high"),
});

/** The sum of all, level by level. */
export const plus = (...all: readonly CostBands[]): CostBands =>
  perLevel((level) => all.reduce((sum, bands) => sum + bands[level], 0));
