import type { MetricAlarmPlan, MetricReference } from "./alarm-plan.ts";
import type { CellReference } from "./cell-plan.ts";

/** One picture of a dashboard. */
export interface DashboardGraph {
  readonly title: string;
  readonly series: readonly { readonly metric: MetricReference; readonly statistic: string }[];
  readonly periodSeconds: number;
  /** Lines across, e.g. an entitlement. */
  readonly limits?: readonly { readonly label: string; readonly value: number }[];
}

export interface DashboardArgs {
  readonly cell: Pick<CellReference, "partition" | "region" | "accountId">;
  /** Markdown at the top. */
  readonly heading: string;
  readonly alarmNames: readonly string[];
  readonly graphs: readonly DashboardGraph[];
}

/** An alarm widget shows 100 alarms at the most. */
const mostAlarms = 100;
const width = 8;
const height = 6;
const top = 7;

/**
 * Body of a dashboard: a heading, the state of all alarms, and three graphs a row.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
export function dashboardBody({ cell, heading, alarmNames, graphs }: DashboardArgs): string {
  const arnOf = (name: string) => `arn:${cell.partition}:cloudwatch:${cell.region}:${cell.accountId}:alarm:${name}`;
  return JSON.stringify({
    widgets: [
      { type: "text", x: 0, y: 0, width: 24, height: 2, properties: { markdown: heading } },
      ...alarmWidget(alarmNames.slice(0, mostAlarms).map(arnOf)),
      ...graphs.map((graph, index) => ({
        type: "metric",
        x: (index % 3) * width,
        y: top + Math.floor(index / 3) * height,
        width,
        height,
        properties: {
          title: graph.title,
          region: cell.region,
          view: "timeSeries",
          period: graph.periodSeconds,
          metrics: graph.series.map(({ metric, statistic }) => [...seriesRow(metric), { stat: statistic }]),
          ...(graph.limits === undefined ? {} : { annotations: { horizontal: graph.limits } }),
        },
      })),
    ],
  });
}

const alarmWidget = (alarms: readonly string[]) =>
  alarms.length === 0
    ? []
    : [{ type: "alarm", x: 0, y: 2, width: 24, height: top - 2, properties: { title: "Alarms", alarms } }];

const seriesRow = ({ namespace, name, dimensions }: MetricReference): readonly string[] => [
  namespace,
  name,
  ...Object.entries(dimensions).flat(),
];

/** A graph of each series that alarms look at, with their thresholds across; a band or a query is no single series. */
export function graphsOf(alarms: readonly MetricAlarmPlan[]): readonly DashboardGraph[] {
  const graphs = new Map<string, DashboardGraph>();
  for (const { measure, key, threshold } of alarms) {
    if (measure.kind !== "metric") continue;
    const { metric, statistic, periodSeconds } = measure;
    const title = metric.name.replaceAll("_", " ");
    const limits = [
      ...(graphs.get(title)?.limits ?? []),
      ...(threshold === undefined ? [] : [{ label: key, value: threshold }]),
    ];
    graphs.set(title, { title, series: [{ metric, statistic }], periodSeconds, limits });
  }
  return [...graphs.values()];
}
