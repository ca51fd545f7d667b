import type * as pulumi from "@pulumi/pulumi";
import type { CellOutputs } from "../../model/outputs.ts";
import type { CellPlan } from "../../model/plan/cell-plan.ts";
import type { Retention } from "../retention.ts";

export interface CellArgs {
  readonly plan: CellPlan;
  readonly retention: Retention;
  /** IAM roles that administer the cluster; where it is empty, whoever creates it does. */
  readonly administratorArns: readonly string[];
}

/** Every output of `CellOutputs`, as the cloud answers it. */
export type CellResult = { readonly [Name in keyof CellOutputs]: pulumi.Input<CellOutputs[Name]> };

/** Where a cell's capabilities are declared: its logical name, its plan, and the root as parent. */
export interface CellPlace extends CellArgs {
  readonly name: string;
  readonly opts: pulumi.ComponentResourceOptions;
}
