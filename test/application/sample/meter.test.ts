import { deepEqual, equal, ok } from "node:assert/strict";
import { openMeter } from "../../../application/sample/meter.ts";
import { contractOf } from "../../../model/plan/metric-contract.ts";
import { emittedMetrics } from "../../support/emitted-metrics.ts";
import { application } from "../../support/tenant-sources.ts";

const limits = {
  max_users: 5,
  storage_gb: 1,
  ai_sessions_per_month: 50,
  api_requests_per_hour: 100,
  custom_integrations: 1,
  webhook_endpoints: 2,
};
const full = { ready: false, users: 5, activeUsers: 1, storageBytes: 1e9, aiSessionsThisMonth: 50 };
const at = new Date("2026-11-24T10:30:00Z");

function open(isolation: "shared" | "schema" | "database" | "cluster", sold: typeof limits | object = limits) {
  const lines: string[] = [];
  let now = at;
  const watched = { tenant: { id: "one", name: "One" }, isolation, limits: { ...limits, ...sold } };
  const meter = openMeter(
    watched,
    (line) => lines.push(line),
    () => now,
  );
  const values = () => Object.assign({}, ...emittedMetrics(lines).map(({ name, value }) => ({ [name]: value })));
  return {
    meter,
    lines,
    metrics: () => emittedMetrics(lines),
    values: values as () => Record<string, number>,
    travel: (to: Date) => {
      now = to;
    },
  };
}

function doEverything({ meter }: ReturnType<typeof open>): void {
  for (let n = 0; n < 100; n++) meter.request(n === 0 ? 500 : 200, 20);
  meter.aiSession();
  meter.aiRequest("claude-3", 10);
  meter.count("custom_integrations", 1);
  meter.count("webhook_endpoints", 2);
  meter.suspicious("a body longer than any document was sent");
  meter.audit("refused", "denied");
  meter.report(full);
}

describe("the sample application's meter", () => {
  for (const isolation of ["shared", "schema", "database", "cluster"] as const) {
    it(`R-APP-2 emits at ${isolation} exactly what application.yaml lists for it, with unit and dimensions`, () => {
      const opened = open(isolation);
      doEverything(opened);
      const { metrics, namespace } = contractOf(application, isolation);
      const listed = Object.entries(metrics)
        .filter(
          ([, { emitter, isolation: levels }]) => emitter === "application" && levels?.includes(isolation) !== false,
        )
        .map(([name, { unit, dimensions }]) => `${namespace} ${name} ${unit} ${dimensions.join()}`);
      const emitted = opened
        .metrics()
        .map(
          ({ namespace: space, name, unit, dimensions }) =>
            `${space} ${name} ${unit} ${Object.keys(dimensions).join()}`,
        );
      deepEqual([...new Set(emitted)].sort(), listed.sort());
    });
  }

  it("R-MON-2 says the share of what is sold from half of it up, and nothing where there is no limit", () => {
    const half = open("shared");
    half.meter.report({ ...full, ready: true, users: 3, storageBytes: 1, aiSessionsThisMonth: 24 });
    deepEqual(half.values(), { users_used_percent: 60 });
    const nothing = open("shared", { max_users: "unlimited", storage_gb: "unlimited", ai_sessions_per_month: 0 });
    nothing.meter.report({ ...full, ready: true, users: 1e6, storageBytes: 1e15, aiSessionsThisMonth: 1 });
    deepEqual(nothing.values(), { ai_sessions_used_percent: 100 });
  });

  it("R-TIER-4 counts the requests of an hour, and begins anew with the next", () => {
    const opened = open("shared");
    for (let n = 0; n < 80; n++) opened.meter.request(200, 1);
    const idle = { ready: true, users: 0, activeUsers: 0, storageBytes: 0, aiSessionsThisMonth: 0 };
    opened.meter.report(idle);
    deepEqual(opened.values(), { api_requests_used_percent: 80 });
    opened.travel(new Date("2026-11-24T11:00:00Z"));
    const before = opened.lines.length;
    opened.meter.report(idle);
    equal(opened.lines.length, before);
  });

  it("R-MON-3 says in each line of its log which category it belongs to", () => {
    const opened = open("schema");
    doEverything(opened);
    const logged = opened.lines.map((line) => JSON.parse(line)).filter((line) => !("_aws" in line));
    deepEqual(
      logged.map(({ level, category, outcome }) => [level, category, outcome]),
      [
        ["WARN", "security", undefined],
        ["INFO", "audit", "denied"],
      ],
    );
    ok(logged.every(({ message }) => typeof message === "string"));
  });
});
