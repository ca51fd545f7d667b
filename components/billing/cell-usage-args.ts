import type * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { CellUsagePlan } from "../../model/plan/usage-plan.ts";
import type { Retention } from "../retention.ts";

/** What usage events of a cell are kept with. */
export interface CellUsageArgs {
  readonly plan: CellUsagePlan;
  readonly cell: CellReference;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly logBucketName: pulumi.Input<string>;
  readonly retention: Retention;
}
