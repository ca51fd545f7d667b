import { CellConfiguration } from "../configuration/cell-configuration.ts";
import type { CellPlace, CellResult } from "./place.ts";

/** Where the cell's tenants publish their configuration. */
export function declareCellConfiguration({
  name,
  plan,
  opts,
}: CellPlace): Pick<CellResult, "configurationApplicationId" | "configurationStrategyId"> {
  const { applicationId, strategyId } = new CellConfiguration(
    `${name}-configuration`,
    { plan: plan.configuration, cellId: plan.cell.id },
    opts,
  );
  return { configurationApplicationId: applicationId, configurationStrategyId: strategyId };
}
