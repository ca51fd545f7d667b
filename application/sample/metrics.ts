/** Units of CloudWatch (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html). */
type Unit = "Count" | "Bytes" | "Milliseconds" | "None";

/** Metrics that this application emits, as `application.yaml` lists them. */
const units: Readonly<Record<string, Unit>> = {
  active_users: "Count",
  storage_bytes: "Bytes",
  ai_sessions: "Count",
  ai_requests: "Count",
  api_requests: "Count",
  api_errors: "Count",
  api_latency_milliseconds: "Milliseconds",
  ready: "None",
};
export type MetricName = keyof typeof units & string;

const namespace = "sample-app";

/**
 * One line in CloudWatch's embedded metric format: a log line that becomes a metric
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
 *
 * @param dimensions at least the tenant
 */
export function metricLine(
  values: Readonly<Record<MetricName, number>>,
  dimensions: Readonly<Record<string, string>>,
  now: Date,
): string {
  const metrics = Object.keys(values).map((name) => ({ Name: name, Unit: units[name] ?? "None" }));
  const directive = { Namespace: namespace, Dimensions: [Object.keys(dimensions)], Metrics: metrics };
  return `${JSON.stringify({ _aws: { Timestamp: now.getTime(), CloudWatchMetrics: [directive] }, ...dimensions, ...values })}\n`;
}

/** One line of a CloudEvent (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md). */
export function eventLine(type: string, tenant: string, id: string, data: unknown, now: Date): string {
  const event = {
    specversion: "1.0",
    id,
    source: `/${namespace}/${tenant}`,
    type: `com.example.${namespace}.${type}.v1`,
    time: now.toISOString(),
    datacontenttype: "application/json",
    data,
  };
  return `${JSON.stringify(event)}\n`;
}
