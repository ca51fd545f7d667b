import { type AwsMetric, awsMetrics } from "../aws-metrics.ts";
import type { AlarmContext } from "./alarm-context.ts";
import type { MetricAlarmPlan, MetricReference } from "./alarm-plan.ts";
import { alarmOf } from "./plan-health-alarms.ts";

/** A server to watch over. */
export interface WatchedDatabase {
  readonly service: "instance" | "cluster";
  readonly identifier: string;
  /** Connections that may be held; alarm at 80 %. */
  readonly connections: number;
  /** Size at the least; alarm below a tenth. Aurora grows by itself, there it is the local disk for sorting. */
  readonly storageGib: number;
}

/** What a dashboard shows of a server, alarms or not. */
export function databaseGraphs({ service, identifier }: Pick<WatchedDatabase, "service" | "identifier">) {
  const space = service === "instance" ? "FreeStorageSpace" : "FreeLocalStorage";
  return ["CPUUtilization", "DatabaseConnections", "FreeableMemory", space].map((name) => ({
    title: name,
    series: [{ metric: awsSeries("AWS/RDS", name, { [identified[service]]: identifier }), statistic: "Average" }],
    periodSeconds: 300,
  }));
}

const identified = { instance: "DBInstanceIdentifier", cluster: "DBClusterIdentifier" } as const;

/** A metric of an AWS service. @throws RangeError where `aws-metrics.ts` does not list it: then nobody emits it. */
export function awsSeries(
  namespace: string,
  name: string,
  dimensions: Readonly<Record<string, string>>,
): MetricReference {
  const names = Object.keys(dimensions).join();
  const listed = awsMetrics.some(
    (metric: AwsMetric) => metric.namespace === namespace && metric.name === name && metric.dimensions.join() === names,
  );
  if (!listed) throw new RangeError(`nobody emits ${namespace} ${name} by ${names}: aws-metrics.ts does not list it`);
  return { namespace, name, dimensions };
}

/** Processor, connections and storage of a database server. */
export function planDatabaseAlarms(
  context: AlarmContext,
  { service, identifier, connections, storageGib }: WatchedDatabase,
  audience: MetricAlarmPlan["audience"],
): readonly MetricAlarmPlan[] {
  const measure = (name: string, statistic: string) => ({
    kind: "metric" as const,
    metric: awsSeries("AWS/RDS", name, { [identified[service]]: identifier }),
    statistic,
    periodSeconds: 300,
  });
  const shared = { evaluationPeriods: 3, missingData: "missing" } as const;
  const health = { category: "system_health", severity: "high" } as const;
  const space = service === "instance" ? "FreeStorageSpace" : "FreeLocalStorage";
  return [
    alarmOf(
      context,
      "database-cpu",
      { ...health, what: "The database's processor is at 90 %." },
      { ...shared, measure: measure("CPUUtilization", "Average"), comparison: "at_least", threshold: 90 },
      audience,
    ),
    alarmOf(
      context,
      "database-connections",
      { ...health, what: `80 % of ${connections} connections are held.` },
      {
        ...shared,
        measure: measure("DatabaseConnections", "Maximum"),
        comparison: "at_least",
        threshold: Math.floor(connections * 0.8),
      },
      audience,
    ),
    alarmOf(
      context,
      "database-storage",
      { ...health, what: "A tenth of the database's storage is left." },
      { ...shared, measure: measure(space, "Minimum"), comparison: "at_most", threshold: (storageGib * 2 ** 30) / 10 },
      audience,
    ),
  ];
}
