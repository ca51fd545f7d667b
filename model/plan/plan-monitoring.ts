import type { cellNames, tenantNames } from "../naming.ts";
import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import type { ApplicationSpec } from "../specs/application-spec.ts";
import type { FleetSpec } from "../specs/fleet-spec.ts";
import { type AlarmContext, describeAlarm, runbooksHere } from "./alarm-context.ts";
import type { CompositeAlarmPlan, MetricAlarmPlan } from "./alarm-plan.ts";
import type { CellReference } from "./cell-plan.ts";
import type { PlacedDataPlan } from "./data-plan.ts";
import type { LogGroupPlan } from "./log-group-plan.ts";
import { contractOf, type MetricContract } from "./metric-contract.ts";
import type { OwnMonitoringPlan, TenantMonitoringPlan } from "./monitoring-plan.ts";
import { dashboardBody, graphsOf } from "./plan-dashboard.ts";
import { planDatabaseAlarms, type WatchedDatabase } from "./plan-database-alarms.ts";
import { planEntitlementAlarms } from "./plan-entitlement-alarms.ts";
import { planAnomalyAlarm, planApplicationAlarms } from "./plan-health-alarms.ts";
import { planLogAlarms } from "./plan-log-alarms.ts";
import { planModelLimitAlarms } from "./plan-model-limit-alarms.ts";
import { planBurnRateAlarms, planServiceLevel } from "./plan-service-level.ts";
import type { EntitlementsPlan } from "./tenant-plan.ts";

/** What a tenant's monitoring is made from, beside its own file. */
export interface MonitoringArgs {
  readonly application: ApplicationSpec;
  readonly fleet: FleetSpec;
  readonly cell: CellReference;
  readonly names: ReturnType<typeof tenantNames>;
  readonly cellNames: ReturnType<typeof cellNames>;
  readonly entitlements: EntitlementsPlan;
  readonly data: PlacedDataPlan["active"];
  readonly logGroups: readonly LogGroupPlan[];
}

/**
 * What watches over a tenant: in the pool its cell does, from schema level up it has alarms and a dashboard of its own.
 *
 * @throws RangeError where an alarm's metric has no emitter.
 */
export function planMonitoring(resolved: ResolvedTenant, args: MonitoringArgs): TenantMonitoringPlan {
  const { spec, configuration: tier } = resolved;
  const serviceLevel = planServiceLevel(tier.sla.availability_percent);
  // Where nothing is measured, alarms would take the silence for death.
  if (spec.placement.isolation === "shared" || !tier.monitoring.metrics.enabled) return { kind: "cell", serviceLevel };
  const { names } = args;
  const context: AlarmContext = {
    nameOf: names.alarm,
    support: tier.support,
    runbooks: args.fleet.operators.runbooks ?? runbooksHere,
  };
  const contract = contractOf(args.application, spec.placement.isolation);
  const burn =
    spec.placement.isolation === "cluster"
      ? planBurnRateAlarms(context, contract, serviceLevel, spec.id)
      : { alarms: [], composites: [] };
  const logs = planLogAlarms(context, names, tier.monitoring.alerting, args.logGroups);
  const alarms = [...tenantAlarms(resolved, context, contract, args), ...logs.alarms, ...burn.alarms];
  return {
    kind: "own",
    serviceLevel,
    alarms,
    composites: [...healthAlarm(context, alarms), ...burn.composites],
    metricFilters: logs.metricFilters,
    dashboard: {
      dashboardName: names.dashboard,
      body: dashboardBody({
        cell: args.cell,
        heading: headingOf(resolved),
        alarmNames: alarms.map(({ alarmName }) => alarmName),
        graphs: graphsOf(alarms),
      }),
    },
    ...ownerTopic(spec.owner, names.ownerTopic),
    ...logWatch(resolved, args),
  };
}

function tenantAlarms(
  { spec, configuration: tier }: ResolvedTenant,
  context: AlarmContext,
  contract: MetricContract,
  args: MonitoringArgs,
): readonly MetricAlarmPlan[] {
  const { alerting } = tier.monitoring;
  const database = watchedDatabase(args);
  return [
    ...(alerting.usage_limits ? planEntitlementAlarms(context, contract, args.entitlements, spec.id) : []),
    ...(alerting.usage_limits
      ? planModelLimitAlarms(context, contract, tier.configuration.ai_configuration.rate_limits, spec.id)
      : []),
    ...planApplicationAlarms(context, contract, tier.monitoring, spec.id),
    ...(database !== undefined && alerting.system_health
      ? planDatabaseAlarms(context, database, ["owner", "operator"])
      : []),
    ...(tier.configuration.security.threat_detection.anomaly_alarms && alerting.security_events
      ? [planAnomalyAlarm(context, contract, spec.id)]
      : []),
  ];
}

/** The server that is the tenant's alone; a shared one is its cell's to watch. */
function watchedDatabase({ data, cellNames: cell }: MonitoringArgs): WatchedDatabase | undefined {
  const { connections } = data.limits;
  if (data.isolation === "database") {
    const { instanceIdentifier: identifier, allocatedStorageGib: storageGib } = data;
    return { service: "instance", identifier, connections, storageGib };
  }
  return data.isolation === "cluster"
    ? { service: "cluster", identifier: cell.database, connections, storageGib: localStorageGib }
    : undefined;
}

/** Local disk of the smallest Aurora instance class on offer, for sorting and logs. */
const localStorageGib = 80;

/** In alarm while anything of the tenant's health is: what a status page shows. */
export function healthAlarm(context: AlarmContext, alarms: readonly MetricAlarmPlan[]): readonly CompositeAlarmPlan[] {
  const of = alarms
    .filter(({ category }) => category === "system_health" || category === "performance")
    .map(({ key }) => key);
  if (of.length === 0) return [];
  return [
    {
      key: "health",
      alarmName: context.nameOf("health"),
      category: "system_health",
      severity: "high",
      description: describeAlarm(context, "Something that serves is not well.", "high", "system_health"),
      condition: "any",
      of,
      // Each of them has told already.
      audience: [],
    },
  ];
}

const headingOf = ({ spec, configuration: tier }: ResolvedTenant) =>
  `# ${spec.id}\nTier ${tier.tier}, ${tier.sla.availability_percent} % availability, ${tier.support.level} support.`;

const address = /^[^\s@:]+@[^\s@]+$/;

/** An address can be told; a reference such as `crm:4711` cannot. */
function ownerTopic(owner: string, topicName: string): Pick<OwnMonitoringPlan, "ownerTopic"> {
  return address.test(owner)
    ? { ownerTopic: { topicName, displayName: "Alarms of your service", subscriber: owner } }
    : {};
}

/** Whether the owner cannot be told of alarms. */
export const isReference = (owner: string): boolean => !address.test(owner);

function logWatch(
  { configuration: tier }: ResolvedTenant,
  { names, logGroups }: MonitoringArgs,
): Pick<OwnMonitoringPlan, "anomalyDetector" | "masking"> {
  const group = logGroups.find(({ category }) => category === "application");
  if (group === undefined) return {};
  const { logGroupName } = group;
  const { security, compliance } = tier.configuration;
  return {
    ...(security.threat_detection.anomaly_alarms
      ? { anomalyDetector: { detectorName: names.anomalyDetector, logGroupName } }
      : {}),
    ...(compliance.privacy.data_minimization
      ? { masking: { policyName: names.metricFilter("masking"), logGroupName } }
      : {}),
  };
}
