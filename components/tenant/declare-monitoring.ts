import type * as pulumi from "@pulumi/pulumi";
import type { TenantLogs } from "../monitoring/tenant-logs.ts";
import { TenantMonitoring } from "../monitoring/tenant-monitoring.ts";
import type { TenantPlace } from "./place.ts";

/** Alarms, dashboard and topic of the tenant's own; in the pool its cell watches over it. */
export function declareMonitoring(
  { name, plan, cell, opts }: TenantPlace,
  kmsKeyArn: pulumi.Input<string>,
  logGroups: TenantLogs["groups"],
): void {
  const { monitoring, phase } = plan;
  if (monitoring.kind === "cell") return;
  new TenantMonitoring(
    `${name}-monitoring`,
    {
      plan: monitoring,
      cell: plan.cell,
      kmsKeyArn,
      operators: { urgentTopicArn: cell.urgentAlarmTopicArn, routineTopicArn: cell.routineAlarmTopicArn },
      actionsEnabled: phase === "active",
      logGroups,
    },
    opts,
  );
}
