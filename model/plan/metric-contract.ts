import type { Isolation } from "../isolation.ts";
import type { ApplicationSpec } from "../specs/application-spec.ts";
import type { MetricAlarmPlan, MetricReference } from "./alarm-plan.ts";

/** What an application says that it measures, at one level of isolation. */
export interface MetricContract {
  readonly namespace: string;
  readonly metrics: ApplicationSpec["metrics"];
  readonly isolation: Isolation;
}

export const contractOf = ({ name, metrics }: ApplicationSpec, isolation: Isolation): MetricContract => ({
  namespace: name,
  metrics,
  isolation,
});

/**
 * The series of an application's metric.
 *
 * @throws RangeError where the application does not say that it emits the metric at this level with these dimensions:
 * the alarm would never have data. `findMetricProblems` says the same of a file that was only read.
 */
export function seriesOf(
  contract: MetricContract,
  name: string,
  dimensions: Readonly<Record<string, string>>,
): MetricReference {
  const reason = whyUnemitted(contract, name, Object.keys(dimensions));
  if (reason !== undefined) throw new RangeError(`nobody emits the metric ${name}: ${reason}`);
  return { namespace: contract.namespace, name, dimensions };
}

/** Why an alarm on a metric would never have data; undefined where it has. */
export function whyUnemitted(
  { metrics, isolation }: MetricContract,
  name: string,
  dimensions: readonly string[],
): string | undefined {
  const metric = metrics[name];
  if (metric === undefined) return "application.yaml does not declare it";
  if (metric.isolation !== undefined && !metric.isolation.includes(isolation))
    return `it is emitted at isolation ${metric.isolation.join(", ")}, not ${isolation}`;
  if (metric.dimensions.toSorted().join() !== dimensions.toSorted().join())
    return `it has the dimensions ${metric.dimensions.join(", ")}, not ${dimensions.join(", ")}`;
  return undefined;
}

const words = {
  breaching: "breaching",
  not_breaching: "notBreaching",
  ignore: "ignore",
  missing: "missing",
} as const;

/** What silence means, in CloudWatch's word; it is the emitter that knows. */
export const missingDataOf = ({ metrics }: MetricContract, name: string): MetricAlarmPlan["missingData"] =>
  words[metrics[name]?.missing_data ?? "missing"];
