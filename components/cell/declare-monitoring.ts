import type * as pulumi from "@pulumi/pulumi";
import { CellMonitoring } from "../monitoring/cell-monitoring.ts";
import type { CellPlace, CellResult } from "./place.ts";

/** What watches over the cell and its pool; the topics are where tenants' alarms tell the operators as well. */
export function declareMonitoring(
  { name, plan, retention, opts }: CellPlace,
  kmsKeyArn: pulumi.Input<string>,
  logBucketName: pulumi.Input<string>,
): Pick<CellResult, "urgentAlarmTopicArn" | "routineAlarmTopicArn"> {
  const { monitoring, cell } = plan;
  const { urgentTopicArn, routineTopicArn } = new CellMonitoring(
    `${name}-monitoring`,
    { plan: monitoring, cell, kmsKeyArn, retention, logBucketName },
    opts,
  );
  return { urgentAlarmTopicArn: urgentTopicArn, routineAlarmTopicArn: routineTopicArn };
}
