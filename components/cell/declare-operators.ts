import type * as pulumi from "@pulumi/pulumi";
import { BreakGlass } from "../identity/break-glass.ts";
import type { CellPlace } from "./place.ts";

/** How operators get into the cell in an emergency. */
export function declareOperators(
  { name, plan, opts }: CellPlace,
  kmsKeyArn: pulumi.Input<string>,
  trailLogGroupName: pulumi.Input<string>,
): void {
  const { cell, namePrefix, breakGlass } = plan;
  new BreakGlass(`${name}-break-glass`, { plan: breakGlass, cell, namePrefix, kmsKeyArn, trailLogGroupName }, opts);
}
