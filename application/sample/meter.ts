import type { Configuration } from "./configuration.ts";
import { logLine, type MetricName, metricLine } from "./metrics.ts";

/** What holds for a while rather than for a request. */
export interface State {
  readonly ready: boolean;
  readonly users: number;
  readonly activeUsers: number;
  /** Absent while the database does not answer. */
  readonly storageBytes?: number;
  readonly aiSessionsThisMonth?: number;
}

/** Things that other parts of the product set up, and say how many there are. */
export type Counted = "custom_integrations" | "webhook_endpoints" | "ai_concurrent_requests";

/** Measures the application for those who watch over it: each tenant by itself, or the pool through its cell. */
export interface Meter {
  request(status: number, milliseconds: number): void;
  aiSession(): void;
  aiRequest(model: string, tokens: number): void;
  count(what: Counted, amount: number): void;
  /** Somebody tried what nobody may. */
  suspicious(message: string): void;
  /** A change that was made, or refused by a rule. */
  audit(message: string, outcome: "allowed" | "denied"): void;
  report(state: State): void;
}

type Emit = (line: string) => void;
/** What a meter has to know of its tenant. */
export type Watched = { readonly tenant: { readonly id: string } } & Pick<Configuration, "isolation" | "limits">;

/** From schema level up alarms are the tenant's own, in absolute numbers; in the pool a series costs money, and speaks when it must. */
export function openMeter(watched: Watched, emit: Emit, now: () => Date = () => new Date()): Meter {
  return watched.isolation === "shared" ? pooled(watched, emit, now) : owned(watched, emit, now);
}

function logs(emit: Emit) {
  return {
    suspicious: (message: string) => emit(logLine("WARN", "security", message)),
    audit: (message: string, outcome: "allowed" | "denied") => emit(logLine("INFO", "audit", message, { outcome })),
  };
}

function owned({ tenant }: Watched, emit: Emit, now: () => Date): Meter {
  const counted: Record<Counted, number> = { custom_integrations: 0, webhook_endpoints: 0, ai_concurrent_requests: 0 };
  const say = (values: Partial<Record<MetricName, number>>, more: Record<string, string> = {}) =>
    emit(metricLine(values, { tenant: tenant.id, ...more }, now()));
  return {
    ...logs(emit),
    request: (status, milliseconds) =>
      say({ api_requests: 1, api_errors: status >= 500 ? 1 : 0, api_latency_milliseconds: milliseconds }),
    aiSession: () => say({ ai_sessions: 1 }),
    aiRequest: (model, tokens) => {
      say({ ai_requests: 1 }, { model });
      say({ ai_model_calls: 1, ai_tokens: tokens });
    },
    count: (what, amount) => {
      counted[what] = amount;
      say({ [what]: amount });
    },
    report: ({ ready, users, activeUsers, storageBytes, aiSessionsThisMonth }) =>
      say({
        ready: ready ? 1 : 0,
        users,
        active_users: activeUsers,
        ...counted,
        ...(storageBytes === undefined ? {} : { storage_bytes: storageBytes }),
        ...(aiSessionsThisMonth === undefined ? {} : { ai_sessions_month_to_date: aiSessionsThisMonth }),
      }),
  };
}

const hourMillis = 3_600_000;
/** Below half of what is sold nobody needs to know. */
const worthSayingPercent = 50;

function pooled({ tenant, isolation, limits }: Watched, emit: Emit, now: () => Date): Meter {
  const counted: Record<Counted, number> = { custom_integrations: 0, webhook_endpoints: 0, ai_concurrent_requests: 0 };
  let hour = { begins: 0, requests: 0 };
  const say = (values: Partial<Record<MetricName, number>>) => {
    if (Object.keys(values).length > 0) emit(metricLine(values, { tenant: tenant.id, isolation }, now()));
  };
  const requestsThisHour = (more: number) => {
    const begins = Math.floor(now().getTime() / hourMillis) * hourMillis;
    hour = { begins, requests: more + (hour.begins === begins ? hour.requests : 0) };
    return hour.requests;
  };
  const { suspicious, audit } = logs(emit);
  return {
    suspicious: (message) => {
      suspicious(message);
      say({ security_warnings: 1 });
    },
    audit: (message, outcome) => {
      audit(message, outcome);
      if (outcome === "denied") say({ audit_denials: 1 });
    },
    request: () => void requestsThisHour(1),
    aiSession: () => undefined,
    aiRequest: () => undefined,
    count: (what, amount) => {
      counted[what] = amount;
    },
    report: ({ ready, users, storageBytes, aiSessionsThisMonth }) =>
      say({
        ...(ready ? {} : { unready: 1 }),
        ...share("users_used_percent", users, limits.max_users),
        ...share("storage_used_percent", storageBytes, gigabytes(limits.storage_gb)),
        ...share("ai_sessions_used_percent", aiSessionsThisMonth, limits.ai_sessions_per_month),
        ...share("api_requests_used_percent", requestsThisHour(0), limits.api_requests_per_hour),
        ...share("custom_integrations_used_percent", counted.custom_integrations, limits.custom_integrations),
        ...share("webhook_endpoints_used_percent", counted.webhook_endpoints, limits.webhook_endpoints),
      }),
  };
}

const gigabytes = (limit: number | "unlimited") => (limit === "unlimited" ? limit : limit * 1e9);

/** Share of a limit that is used, where it is worth saying; of nothing, anything is all of it. */
function share(name: MetricName, used: number | undefined, limit: number | "unlimited") {
  if (used === undefined || limit === "unlimited") return {};
  const percent = limit === 0 ? (used > 0 ? 100 : 0) : (100 * used) / limit;
  return percent < worthSayingPercent ? {} : { [name]: percent };
}
