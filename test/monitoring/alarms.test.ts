import { deepEqual, equal, ok } from "node:assert/strict";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import { alarmsOf, readAlarmRule } from "../../sandbox/aws/types/cloudwatch/alarm-rule.ts";
import { type DeclaredStack, declaredCell, declaredTenant } from "../support/alarms/declared-stack.ts";
import {
  type AlarmState,
  contributorsInAlarm,
  type DeclaredAlarm,
  evaluateAlarm,
  periodOf,
} from "../support/alarms/evaluate-alarm.ts";
import { evaluateComposite } from "../support/alarms/evaluate-composite.ts";
import { situationOf } from "../support/alarms/situations.ts";
import { Stage } from "../support/alarms/stage.ts";
import { tenantPlan } from "../support/plans.ts";

/** Midnight of a Monday: every period begins here. */
const begin = Date.UTC(2026, 10, 23);

/** Plays periods of calm, breach and calm again, and says what the alarm makes of each. */
function states(alarm: DeclaredAlarm, stage: Stage): readonly AlarmState[] {
  const periodMillis = periodOf(alarm) * 1000;
  const { breach, calm } = situationOf(withMetric(alarm));
  const threshold = alarm.threshold ?? usual;
  let now = begin;
  if (alarm.thresholdMetricId !== undefined) now = learn(alarm, stage, now);
  let before: AlarmState = "INSUFFICIENT_DATA";
  return [calm, breach, calm].map((play) => {
    for (let period = 0; period < alarm.evaluationPeriods; period++, now += periodMillis)
      play(stage, now, play === breach ? threshold * (alarm.threshold === undefined ? 10 : 1) : threshold);
    before = evaluateAlarm(alarm, stage.store, now, before);
    return before;
  });
}

/** Requests or connections in a usual period of a series that is learnt. */
const usual = 100;

function learn(alarm: DeclaredAlarm, stage: Stage, from: number): number {
  const { calm } = situationOf(withMetric(alarm));
  let now = from;
  for (let period = 0; period < 288; period++, now += periodOf(alarm) * 1000) calm(stage, now, usual + (period % 7));
  return now;
}

/** An alarm on a band looks at one metric. */
function withMetric(alarm: DeclaredAlarm): DeclaredAlarm {
  const metric = alarm.metricQueries?.find((query) => query.metric !== undefined)?.metric;
  if (alarm.thresholdMetricId === undefined || metric === undefined) return alarm;
  const { namespace, metricName, dimensions = {} } = metric;
  return { ...alarm, namespace, metricName, dimensions };
}

const tenants = ["acme-corp", "northwind-freight", "umbra-health"] as const;
const cells = ["us-1", "umbra-1"] as const;
const stacks: readonly (readonly [string, DeclaredStack, string])[] = [
  ...(await Promise.all(tenants.map(async (id) => [id, await declaredTenant(tenantPlan(id)), id] as const))),
  // What a cell watches over is its pool: a tenant of it drives the alarms.
  ...(await Promise.all(cells.map(async (id) => [`cell-${id}`, await declaredCell(id), "blue-kite"] as const))),
];

for (const [name, { alarms, composites, filters }, tenant] of stacks) {
  describe(`alarms of ${name}`, () => {
    const stage = () => new Stage(tenantPlan(tenant), filters);

    for (const alarm of alarms) {
      it(`R-MON-2 R-MON-4 ${alarm.name} fires when its metric breaches, and clears`, () => {
        deepEqual(states(alarm, stage()), ["OK", "ALARM", "OK"]);
      });
    }

    for (const { alarmName, alarmRule } of composites) {
      it(`R-MON-2 R-MON-4 ${alarmName} follows the alarms that its rule names`, () => {
        const named = [...new Set(alarmsOf(readAlarmRule(alarmRule)))];
        const declared = new Set(alarms.map((alarm) => alarm.name));
        deepEqual(
          named.filter((one) => !declared.has(one)),
          [],
        );
        const when = (inAlarm: readonly string[]) =>
          evaluateComposite(alarmRule, new Map(named.map((one) => [one, inAlarm.includes(one) ? "ALARM" : "OK"])));
        equal(when([]), "OK");
        equal(when(named), "ALARM");
        // Both windows must burn; of a tenant's health, anything.
        for (const one of named) equal(when([one]), alarmRule.includes(" AND ") ? "OK" : "ALARM");
      });
    }
  });
}

describe("alarms that need more than one tenant, or none", () => {
  const [, pool] = stacks.find(([name]) => name === "cell-us-1") ?? [];
  const alarmOf = (stack: DeclaredStack | undefined, ending: string) => {
    const found = stack?.alarms.find(({ name }) => name.endsWith(ending));
    if (found === undefined) throw new Error(`no alarm ${ending}`);
    return found;
  };

  it("R-MON-2 tells which tenants of the pool are near a limit, and leaves out those with alarms of their own", () => {
    const alarm = alarmOf(pool, "-users-80");
    const free = tenantPlan("blue-kite");
    const { store } = new Stage(free, []);
    const play = (plan: TenantPlan, users: number) =>
      new Stage(plan, [], store).at(begin, (meter) => {
        meter.report({ ready: true, users, activeUsers: 1, storageBytes: 0, aiSessionsThisMonth: 0 });
      });
    play(free, 5);
    play({ ...free, tenant: { ...free.tenant, id: "red-kite" } }, 3);
    play(tenantPlan("acme-corp"), 500);
    deepEqual(contributorsInAlarm(alarm, store, begin + 300_000), ["blue-kite"]);
  });

  it("R-MON-2 takes a silent application for a dead one, and a silent pool for a calm one", () => {
    const [, acme] = stacks.find(([name]) => name === "acme-corp") ?? [];
    const { store } = new Stage(tenantPlan("acme-corp"), []);
    equal(evaluateAlarm(alarmOf(acme, "-ready"), store, begin), "ALARM");
    equal(evaluateAlarm(alarmOf(acme, "t7k3m9qd-errors"), store, begin), "OK");
    equal(evaluateAlarm(alarmOf(acme, "-users-80"), store, begin, "ALARM"), "ALARM");
    equal(evaluateAlarm(alarmOf(pool, "-unready"), store, begin), "OK");
    equal(evaluateAlarm(alarmOf(pool, "-database-cpu"), store, begin), "INSUFFICIENT_DATA");
  });

  it("R-MON-2 needs M of N periods: two of three with failures, not one", () => {
    const [, acme] = stacks.find(([name]) => name === "acme-corp") ?? [];
    const alarm = alarmOf(acme, "t7k3m9qd-errors");
    const play = (...periods: readonly ("breach" | "calm")[]) => {
      const stage = new Stage(tenantPlan("acme-corp"), []);
      for (const [index, kind] of periods.entries()) situationOf(alarm)[kind](stage, begin + index * 300_000, 5);
      return evaluateAlarm(alarm, stage.store, begin + 900_000);
    };
    deepEqual([play("breach", "calm", "calm"), play("breach", "calm", "breach")], ["OK", "ALARM"]);
  });

  it("R-MON-2 gives a free tenant no alarm, dashboard or topic of its own", async () => {
    const { resources } = await declaredTenant(tenantPlan("blue-kite"));
    const watching = resources.filter(({ type }) => /Alarm|Dashboard|sns\/|MetricFilter|AnomalyDetector/.test(type));
    deepEqual(watching, []);
    ok(resources.some(({ type }) => type.endsWith(":LogGroup")));
  });
});
