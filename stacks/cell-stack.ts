import type { CellResult } from "../components/cell/place.ts";
import { Cell } from "../components/cell.ts";
import type { CellPlan } from "../model/plan/cell-plan.ts";
import { deployingRoleArn } from "./deploying-role.ts";
import { awsProvider } from "./providers.ts";
import { stackRelease } from "./stack-release.ts";
import { tagEverything } from "./transforms.ts";

/** Declares what a cell provides; the stack is `cell-<id>`. Its outputs are `CellOutputs`, and no secret is among them. */
export function cellStack(plan: CellPlan): CellResult {
  const { retention } = stackRelease(plan.phase);
  tagEverything(plan.tags);
  const roleArn = deployingRoleArn(plan.cell);
  const cell = new Cell(
    `cell-${plan.cell.id}`,
    { plan, retention, administratorArns: roleArn === undefined ? [] : [roleArn] },
    { providers: [awsProvider(plan.cell)] },
  );
  return cell.result;
}
