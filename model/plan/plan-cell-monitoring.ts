import type { cellNames } from "../naming.ts";
import type { ApplicationSpec } from "../specs/application-spec.ts";
import type { CellSpec } from "../specs/cell-spec.ts";
import type { FleetSpec } from "../specs/fleet-spec.ts";
import type { TierSpec } from "../specs/tier-spec.ts";
import { type AlarmContext, runbooksHere } from "./alarm-context.ts";
import type { MetricAlarmPlan } from "./alarm-plan.ts";
import type { CellDatabasePlan, CellReference } from "./cell-plan.ts";
import { contractOf, type MetricContract, missingDataOf } from "./metric-contract.ts";
import type { CellMonitoringPlan } from "./monitoring-plan.ts";
import { dashboardBody } from "./plan-dashboard.ts";
import { awsSeries, databaseGraphs, planDatabaseAlarms } from "./plan-database-alarms.ts";
import { planPoolEntitlementAlarms, poolQuery } from "./plan-entitlement-alarms.ts";
import { alarmOf } from "./plan-health-alarms.ts";
import { planMetricArchive } from "./plan-metric-archive.ts";
import { healthAlarm } from "./plan-monitoring.ts";

export interface CellMonitoringArgs {
  readonly application: ApplicationSpec;
  readonly fleet: FleetSpec;
  readonly cell: CellReference;
  readonly names: ReturnType<typeof cellNames>;
  readonly database: CellDatabasePlan;
  readonly offered: readonly TierSpec[];
}

/**
 * What a cell watches over: its server, and the tenants of its pool, an alarm for all of them at once.
 *
 * @throws RangeError where an alarm's metric has no emitter.
 */
export function planCellMonitoring(spec: CellSpec, args: CellMonitoringArgs): CellMonitoringPlan {
  const { fleet, names, database, cell } = args;
  const context: AlarmContext = { nameOf: names.alarm, runbooks: fleet.operators.runbooks ?? runbooksHere };
  const alarms = [...serverAlarms(context, spec, args), ...poolAlarms(context, args)];
  const subscriber = fleet.operators.alarms;
  const archive = planMetricArchive(args.offered, args.application, names);
  return {
    alarms,
    composites: healthAlarm(context, alarms),
    dashboard: {
      dashboardName: names.dashboard,
      body: dashboardBody({
        cell,
        heading: `# Cell ${cell.id}\n${database.service === "rds" ? "Pool" : "Cell of one tenant"} in ${cell.region}.`,
        alarmNames: alarms.map(({ alarmName }) => alarmName),
        graphs: databaseGraphs({
          service: database.service === "rds" ? "instance" : "cluster",
          identifier: database.identifier,
        }),
      }),
    },
    ...(archive === undefined ? {} : { archive }),
    urgentTopic: { topicName: names.urgentTopic, displayName: `Urgent, ${cell.id}`, subscriber },
    routineTopic: { topicName: names.routineTopic, displayName: `Routine, ${cell.id}`, subscriber },
  };
}

/** A silo's server is watched by its tenant's own alarms. */
function serverAlarms(
  context: AlarmContext,
  spec: CellSpec,
  { database }: CellMonitoringArgs,
): readonly MetricAlarmPlan[] {
  if (database.service === "aurora") return [];
  const { identifier, allocatedStorageGib: storageGib } = database;
  const connections = spec.postgres.max_connections;
  return [
    ...planDatabaseAlarms(context, { service: "instance", identifier, connections, storageGib }, ["operator"]),
    alarmOf(
      context,
      "database-anomaly",
      { category: "security_events", severity: "medium", what: "Far more connections are held than usual." },
      {
        measure: {
          kind: "anomaly",
          metric: awsSeries("AWS/RDS", "DatabaseConnections", { DBInstanceIdentifier: identifier }),
          statistic: "Maximum",
          periodSeconds: 300,
          deviations: 4,
        },
        comparison: "above_band",
        evaluationPeriods: 3,
        missingData: "notBreaching",
      },
      ["operator"],
    ),
  ];
}

/** For the tiers whose tenants have no alarms of their own. */
function poolAlarms(context: AlarmContext, { offered, application }: CellMonitoringArgs): readonly MetricAlarmPlan[] {
  const pooled = offered.filter(({ infrastructure }) => infrastructure.isolation === "shared");
  const contract = contractOf(application, "shared");
  const has = (category: keyof TierSpec["monitoring"]["alerting"]) =>
    pooled.some(({ monitoring }) => monitoring.alerting[category]);
  return [
    ...(has("usage_limits") ? planPoolEntitlementAlarms(context, contract) : []),
    ...(has("system_health")
      ? [countAlarm(context, contract, "unready", { category: "system_health", periodSeconds: 300, atLeast: 1 })]
      : []),
    ...(has("security_events")
      ? [
          countAlarm(context, contract, "security_warnings", {
            category: "security_events",
            periodSeconds: 300,
            atLeast: 5,
          }),
        ]
      : []),
    ...(has("compliance_violations")
      ? [
          countAlarm(context, contract, "audit_denials", {
            category: "compliance_violations",
            periodSeconds: 3600,
            atLeast: 10,
          }),
        ]
      : []),
  ];
}

function countAlarm(
  context: AlarmContext,
  contract: MetricContract,
  metric: string,
  { category, periodSeconds, atLeast }: Pick<MetricAlarmPlan, "category"> & { periodSeconds: number; atLeast: number },
): MetricAlarmPlan {
  const what = `A tenant of the pool has ${atLeast} or more ${metric.replaceAll("_", " ")}; the contributors say which.`;
  return alarmOf(
    context,
    metric.replaceAll("_", "-"),
    { category, severity: "medium", what },
    {
      measure: poolQuery(contract, metric, "SUM", periodSeconds),
      comparison: "at_least",
      threshold: atLeast,
      evaluationPeriods: 1,
      missingData: missingDataOf(contract, metric),
    },
    ["operator"],
  );
}
