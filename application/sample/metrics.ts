/** Units of CloudWatch (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html). */
type Unit = "Count" | "Bytes" | "Milliseconds" | "Percent" | "None";

/** Metrics that this application emits, as `application.yaml` lists them. */
const units = {
  users: "Count",
  active_users: "Count",
  storage_bytes: "Bytes",
  ai_sessions: "Count",
  ai_sessions_month_to_date: "Count",
  ai_requests: "Count",
  ai_model_calls: "Count",
  ai_tokens: "Count",
  ai_concurrent_requests: "Count",
  api_requests: "Count",
  api_errors: "Count",
  api_latency_milliseconds: "Milliseconds",
  custom_integrations: "Count",
  webhook_endpoints: "Count",
  ready: "None",
  users_used_percent: "Percent",
  storage_used_percent: "Percent",
  ai_sessions_used_percent: "Percent",
  api_requests_used_percent: "Percent",
  custom_integrations_used_percent: "Percent",
  webhook_endpoints_used_percent: "Percent",
  unready: "Count",
  security_warnings: "Count",
  audit_denials: "Count",
} as const satisfies Readonly<Record<string, Unit>>;
export type MetricName = keyof typeof units;

const namespace = "sample-app";

/**
 * One line in CloudWatch's embedded metric format: a log line that becomes a metric
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
 *
 * @param dimensions at least the tenant
 */
export function metricLine(
  values: Readonly<Partial<Record<MetricName, number>>>,
  dimensions: Readonly<Record<string, string>>,
  now: Date,
): string {
  const metrics = (Object.keys(values) as MetricName[]).map((name) => ({ Name: name, Unit: units[name] }));
  const directive = { Namespace: namespace, Dimensions: [Object.keys(dimensions)], Metrics: metrics };
  return `${JSON.stringify({ _aws: { Timestamp: now.getTime(), CloudWatchMetrics: [directive] }, ...dimensions, ...values })}\n`;
}

/** What happened, for people and for the filters that count lines; `category` says which log group it belongs to. */
export function logLine(
  level: "INFO" | "WARN" | "ERROR",
  category: "application" | "security" | "audit" | "performance",
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): string {
  return `${JSON.stringify({ level, category, message, ...details })}\n`;
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

const levels = ["DEBUG", "INFO", "WARN", "ERROR"];

/** What a tenant's configuration says of its log and its metrics. */
interface Wanted {
  readonly logging: { readonly level: string; readonly categories: readonly string[] };
  readonly metrics: { readonly enabled: boolean };
}

/** Lets a line through where the tenant's configuration wants it: events always, an audit's line whatever the level. */
export function filtered({ logging, metrics }: Wanted, emit: (line: string) => void): (line: string) => void {
  const isLogged = (level: string, category: string) =>
    logging.categories.includes(category) &&
    (category === "audit" || levels.indexOf(level) >= levels.indexOf(logging.level));
  return (line) => {
    const { level, category, _aws } = JSON.parse(line) as {
      readonly level?: string;
      readonly category?: string;
      readonly _aws?: unknown;
    };
    const isLog = level !== undefined && category !== undefined;
    const isWanted = isLog ? isLogged(level, category) : _aws === undefined || metrics.enabled;
    if (isWanted) emit(line);
  };
}
