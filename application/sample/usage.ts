import { randomUUID } from "node:crypto";
import type { Configuration } from "./configuration.ts";
import { eventLine } from "./metrics.ts";

/** What stands for a while, and is reported as it is. */
export interface Standing {
  readonly users: number;
  /** Absent while the database does not answer. */
  readonly storageBytes?: number;
}

/** Tells the books what the tenant used: CloudEvents, as `application.yaml` lists them. */
export interface UsageReporter {
  request(bytes: number): void;
  aiSession(): void;
  /** A feature of the product that is charged by use. */
  customFeature(feature: string): void;
  report(standing: Standing): void;
}

type Reported = { readonly tenant: { readonly id: string } } & Pick<Configuration, "usage">;
type Kind = "users" | "storage" | "ai_sessions" | "api_requests" | "bandwidth" | "custom_features";

const units: Readonly<Record<Kind, string>> = {
  users: "users",
  storage: "bytes",
  ai_sessions: "sessions",
  api_requests: "requests",
  bandwidth: "bytes",
  custom_features: "uses",
};

/** What many small uses come to is said once a report, so that counting does not cost more than what is counted. */
export function openUsage(
  { tenant, usage }: Reported,
  emit: (line: string) => void,
  now: () => Date = () => new Date(),
): UsageReporter {
  let sums = { since: now(), requests: 0, bytes: 0, sessions: 0 };
  const say = (kind: Kind, amount: number, more: Readonly<Record<string, string>> = {}) =>
    emit(eventLine(`usage.${kind}`, tenant.id, randomUUID(), { amount, unit: units[kind], ...more }, now()));
  const sayUsed = (kind: Kind, amount: number, period: Readonly<Record<string, string>>) => {
    if (amount > 0) say(kind, amount, period);
  };
  return {
    request: (bytes) => {
      sums = { ...sums, requests: sums.requests + 1, bytes: sums.bytes + bytes };
    },
    aiSession: () => {
      if (usage.real_time) say("ai_sessions", 1);
      else sums = { ...sums, sessions: sums.sessions + 1 };
    },
    customFeature: (feature) => {
      if (usage.detailed) say("custom_features", 1, { feature });
    },
    report: ({ users, storageBytes }) => {
      const to = now();
      const period = { from: sums.since.toISOString(), to: to.toISOString() };
      sayUsed("api_requests", sums.requests, period);
      sayUsed("bandwidth", sums.bytes, period);
      sayUsed("ai_sessions", sums.sessions, period);
      say("users", users);
      if (storageBytes !== undefined) say("storage", storageBytes);
      sums = { since: to, requests: 0, bytes: 0, sessions: 0 };
    },
  };
}
