import type * as pulumi from "@pulumi/pulumi";
import type { CellDatabasePlan } from "../../model/plan/cell-plan.ts";
import type { Retention } from "../retention.ts";

/** What a cell's server is made from, whichever service runs it. */
export interface CellServerArgs {
  readonly plan: CellDatabasePlan;
  readonly parameterGroupName: string;
  readonly retention: Retention;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly subnetGroupName: pulumi.Input<string>;
  readonly securityGroupId: pulumi.Input<string>;
  readonly monitoringRoleArn: pulumi.Input<string>;
}

/** Days that Performance Insights keeps for a cell's server: the longest that costs nothing. */
export const insightRetentionDays = 7;
/** Seconds between two measurements of the operating system. */
export const monitoringIntervalSeconds = 60;
