import type { Counted, State } from "../../../application/sample/meter.ts";
import { logLine } from "../../../application/sample/metrics.ts";
import type { DeclaredAlarm } from "./evaluate-alarm.ts";
import { matchingLine } from "./log-filter.ts";
import type { Stage } from "./stage.ts";

/** Something that the application does in one period, and what it does when all is well: as close below the threshold as can be. */
interface Situation {
  breach(stage: Stage, atMillis: number, threshold: number): void;
  calm(stage: Stage, atMillis: number, threshold: number): void;
}

const idle: State = { ready: true, users: 0, activeUsers: 1, storageBytes: 0, aiSessionsThisMonth: 0 };
const reporting = (state: (value: number) => Partial<State>): Situation => ({
  breach: (stage, at, threshold) => stage.at(at, (meter) => meter.report({ ...idle, ...state(threshold) })),
  calm: (stage, at, threshold) => stage.at(at, (meter) => meter.report({ ...idle, ...state(threshold - 1) })),
});
const counting = (what: Counted): Situation => ({
  breach: (stage, at, threshold) => stage.at(at, (meter) => meter.count(what, threshold)),
  calm: (stage, at, threshold) => stage.at(at, (meter) => meter.count(what, threshold - 1)),
});
const happening = (act: Parameters<Stage["at"]>[1]): Situation => ({
  breach: (stage, at, threshold) => stage.at(at, act, threshold),
  calm: (stage, at, threshold) => stage.at(at, act, Math.max(1, threshold - 1)),
});

/** Enough requests for a share of a hundredth of a percent to be a whole number. */
const manyRequests = 1_000_000;

const shareOf = (
  limit:
    | "max_users"
    | "storage_gb"
    | "ai_sessions_per_month"
    | "api_requests_per_hour"
    | Exclude<Counted, "ai_concurrent_requests">,
  act: (used: number) => Parameters<Stage["at"]>[1],
): Situation => {
  const used = ({ watched }: Stage, percent: number) => {
    const sold = watched.limits[limit];
    if (sold === "unlimited") throw new Error(`${limit} is unlimited: there is no share of it`);
    return Math.ceil((sold * percent * (limit === "storage_gb" ? 1e9 : 1)) / 100);
  };
  return {
    breach: (stage, at, threshold) => stage.at(at, act(used(stage, threshold))),
    calm: (stage, at, threshold) => stage.at(at, act(used(stage, threshold) - 1)),
  };
};

/** Metric → what drives it, through the sample application's own meter. */
const situations: Readonly<Record<string, Situation>> = {
  users: reporting((users) => ({ users })),
  storage_bytes: reporting((storageBytes) => ({ storageBytes })),
  ai_sessions_month_to_date: reporting((aiSessionsThisMonth) => ({ aiSessionsThisMonth })),
  custom_integrations: counting("custom_integrations"),
  webhook_endpoints: counting("webhook_endpoints"),
  ai_model_calls: happening((meter) => meter.aiRequest("claude-3", 10)),
  ai_tokens: {
    breach: (stage, at, tokens) => stage.at(at, (meter) => meter.aiRequest("claude-3", tokens)),
    calm: (stage, at, tokens) => stage.at(at, (meter) => meter.aiRequest("claude-3", tokens - 1)),
  },
  ai_concurrent_requests: counting("ai_concurrent_requests"),
  api_requests: happening((meter) => meter.request(200, 20)),
  ready: {
    breach: (stage, at) => stage.at(at, (meter) => meter.report({ ...idle, ready: false })),
    calm: (stage, at) => stage.at(at, (meter) => meter.report(idle)),
  },
  active_users: {
    breach: (stage, at) => stage.at(at, (meter) => meter.report({ ...idle, activeUsers: 0 })),
    calm: (stage, at) => stage.at(at, (meter) => meter.report(idle)),
  },
  api_errors: {
    breach: (stage, at, percent) => failing(stage, at, Math.ceil((manyRequests * percent) / 100)),
    calm: (stage, at, percent) => failing(stage, at, Math.ceil((manyRequests * percent) / 100) - 1),
  },
  api_latency_milliseconds: {
    breach: (stage, at, most) => answering(stage, at, most, 94),
    calm: (stage, at, most) => answering(stage, at, most, 95),
  },
  application_errors: happening((_meter, emit) => emit(logLine("ERROR", "application", "the database is gone"))),
  security_warnings: happening((meter) => meter.suspicious("a body longer than any document was sent")),
  audit_denials: happening((meter) => meter.audit("an AI session beyond what the tier sells", "denied")),
  unready: {
    breach: (stage, at) => stage.at(at, (meter) => meter.report({ ...idle, ready: false })),
    calm: (stage, at) => stage.at(at, (meter) => meter.report(idle)),
  },
  users_used_percent: shareOf("max_users", (users) => (meter) => meter.report({ ...idle, users })),
  storage_used_percent: shareOf("storage_gb", (storageBytes) => (meter) => meter.report({ ...idle, storageBytes })),
  ai_sessions_used_percent: shareOf("ai_sessions_per_month", (aiSessionsThisMonth) => (meter) => {
    meter.report({ ...idle, aiSessionsThisMonth });
  }),
  api_requests_used_percent: shareOf("api_requests_per_hour", (requests) => (meter) => {
    for (let n = 0; n < requests; n++) meter.request(200, 20);
    meter.report(idle);
  }),
  custom_integrations_used_percent: shareOf("custom_integrations", (count) => (meter) => {
    meter.count("custom_integrations", count);
    meter.report(idle);
  }),
  webhook_endpoints_used_percent: shareOf("webhook_endpoints", (count) => (meter) => {
    meter.count("webhook_endpoints", count);
    meter.report(idle);
  }),
};

function failing(stage: Stage, at: number, errors: number): void {
  if (errors > 0) stage.at(at, (meter) => meter.request(500, 20), errors);
  stage.at(at, (meter) => meter.request(200, 20), manyRequests - errors);
}

function answering(stage: Stage, at: number, most: number, fast: number): void {
  stage.at(at, (meter) => meter.request(200, most), fast);
  stage.at(at, (meter) => meter.request(200, most + 1), 100 - fast);
}

/** Series of a service that no application emits: a point on either side of the threshold. */
const service = (alarm: DeclaredAlarm): Situation => {
  const { namespace = "", metricName = "", dimensions = {}, comparisonOperator } = alarm;
  const toBreach = comparisonOperator.startsWith("Less") ? -1 : 1;
  const put = (stage: Stage, at: number, value: number) =>
    stage.store.put({ namespace, name: metricName, dimensions }, at, value);
  return {
    breach: (stage, at, threshold) => put(stage, at, threshold + toBreach),
    calm: (stage, at, threshold) => put(stage, at, threshold - toBreach),
  };
};

/** Lines of a service's own log, which a filter of the same stack counts. */
const counted = (alarm: DeclaredAlarm): Situation => {
  const write = (stage: Stage, atMillis: number, line: (pattern: string) => string, times: number) => {
    const filter = stage.filters.find(({ metricTransformation: to }) => to.name === alarm.metricName);
    if (filter === undefined) throw new Error(`nothing drives the alarm ${alarm.name}: add ${decidingMetric(alarm)}`);
    stage.log((name) => name === filter.logGroupName, line(filter.pattern), { atMillis, times });
  };
  return {
    breach: (stage, at, threshold) => write(stage, at, matchingLine, threshold + 1),
    calm: (stage, at) => write(stage, at, () => "{}", 1),
  };
};

/** Name of the metric that decides about an alarm. */
function decidingMetric({ metricName, metricQueries = [] }: DeclaredAlarm): string {
  const queried = metricQueries.map(({ expression }) => /^SELECT \w+\((\w+)\)/.exec(expression ?? "")?.[1]);
  const first = metricQueries.find(({ metric }) => metric !== undefined)?.metric?.metricName;
  return metricName ?? queried.find((name) => name !== undefined) ?? first ?? "";
}

/** What drives an alarm; it throws when played where nothing does: then nobody has seen the alarm fire. */
export function situationOf(alarm: DeclaredAlarm): Situation {
  if (alarm.namespace?.startsWith("AWS/") === true) return service(alarm);
  return situations[decidingMetric(alarm)] ?? counted(alarm);
}
