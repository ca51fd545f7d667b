import { deepEqual, equal } from "node:assert/strict";
import { Alarms } from "../../../components/monitoring/alarms.ts";
import type { AlarmAudience, AlarmSeverity, MetricAlarmPlan } from "../../../model/plan/alarm-plan.ts";
import { declared, named } from "../../support/declared.ts";

const routing = { urgentTopicArn: "arn:urgent", routineTopicArn: "arn:routine", ownerTopicArn: "arn:owner" };
const metric = { namespace: "app", name: "users", dimensions: { tenant: "acme" } };

const alarm = (
  severity: AlarmSeverity,
  audience: readonly AlarmAudience[],
  measure: MetricAlarmPlan["measure"] = { kind: "metric", metric, statistic: "Maximum", periodSeconds: 300 },
): MetricAlarmPlan => ({
  key: "users-80",
  alarmName: "fleet-users-80",
  category: "usage_limits",
  severity,
  description: "80 % of 500 users are used.",
  measure,
  comparison: measure.kind === "anomaly" ? "above_band" : "at_least",
  ...(measure.kind === "anomaly" ? {} : { threshold: 400 }),
  evaluationPeriods: 3,
  datapointsToAlarm: 2,
  missingData: "ignore",
  audience,
});

async function inputsOf(plan: MetricAlarmPlan, changes: Partial<ConstructorParameters<typeof Alarms>[1]> = {}) {
  const resources = await declared(() => {
    new Alarms("acme", { alarms: [plan], composites: [], routing, actionsEnabled: true, ...changes });
  });
  return named(resources, "acme-users-80").inputs;
}

describe("Alarms", () => {
  it("R-MON-2 R-SUP-1 tells operators by severity, the owner too, and when it is over", async () => {
    const told = async (severity: AlarmSeverity, audience: readonly AlarmAudience[]) => {
      const { alarmActions, okActions } = await inputsOf(alarm(severity, audience));
      deepEqual(alarmActions, okActions);
      return alarmActions;
    };
    deepEqual(await told("critical", ["owner", "operator"]), ["arn:urgent", "arn:owner"]);
    deepEqual(await told("high", ["operator"]), ["arn:urgent"]);
    deepEqual(await told("medium", ["operator"]), ["arn:routine"]);
    deepEqual(await told("low", ["owner"]), ["arn:owner"]);
    equal(await told("low", []), undefined);
    const { ownerTopicArn: _none, ...operators } = routing;
    deepEqual((await inputsOf(alarm("low", ["owner", "operator"]), { routing: operators })).alarmActions, [
      "arn:routine",
    ]);
  });

  it("R-MON-2 rings nobody while its tenant is suspended", async () => {
    equal((await inputsOf(alarm("high", ["operator"]), { actionsEnabled: false })).actionsEnabled, false);
  });

  it("R-MON-2 writes a metric, a percentile, an expression, a query and a band as CloudWatch reads them", async () => {
    const looks = async (measure: MetricAlarmPlan["measure"]) => {
      const { namespace, metricName, dimensions, period, statistic, extendedStatistic, metricQueries, ...rest } =
        await inputsOf(alarm("low", [], measure));
      const { comparisonOperator, threshold, thresholdMetricId } = rest;
      const single = { namespace, metricName, dimensions, period, statistic, extendedStatistic, metricQueries };
      return { ...single, comparisonOperator, threshold, thresholdMetricId };
    };
    const single = { namespace: "app", metricName: "users", dimensions: { tenant: "acme" }, period: 300 };
    const asked = { ...single, stat: "Sum" };
    const nothing = {
      namespace: undefined,
      metricName: undefined,
      dimensions: undefined,
      period: undefined,
      statistic: undefined,
      extendedStatistic: undefined,
      metricQueries: undefined,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 400,
      thresholdMetricId: undefined,
    };
    deepEqual(await looks({ kind: "metric", metric, statistic: "p95", periodSeconds: 300 }), {
      ...nothing,
      ...single,
      extendedStatistic: "p95",
    });
    const inputs = [{ id: "m", metric, statistic: "Sum" }];
    deepEqual(await looks({ kind: "expression", expression: "100 * m", label: "share", inputs, periodSeconds: 300 }), {
      ...nothing,
      metricQueries: [
        { id: "m", metric: asked },
        { id: "result", expression: "100 * m", label: "share", returnData: true },
      ],
    });
    const pool = { namespace: "app", name: "users", schema: ["tenant", "isolation"], where: { isolation: "shared" } };
    deepEqual(await looks({ kind: "query", ...pool, function: "MAX", groupBy: "tenant", periodSeconds: 300 }), {
      ...nothing,
      metricQueries: [
        {
          id: "result",
          expression:
            "SELECT MAX(users) FROM SCHEMA(\"app\", tenant, isolation) WHERE isolation = 'shared' GROUP BY tenant ORDER BY MAX() DESC",
          period: 300,
          returnData: true,
        },
      ],
    });
    deepEqual(await looks({ kind: "anomaly", metric, statistic: "Sum", periodSeconds: 300, deviations: 4 }), {
      ...nothing,
      metricQueries: [
        { id: "measured", metric: asked, returnData: true },
        { id: "band", expression: "ANOMALY_DETECTION_BAND(measured, 4)", label: "what is usual", returnData: true },
      ],
      comparisonOperator: "GreaterThanUpperThreshold",
      threshold: undefined,
      thresholdMetricId: "band",
    });
  });

  it("R-MON-2 makes a composite of declared alarms, and refuses one that is not declared", async () => {
    const composite = {
      key: "health",
      alarmName: "fleet-health",
      category: "system_health",
      severity: "high",
      description: "Something that serves is not well.",
      condition: "any",
      of: ["users-80"],
      audience: [],
    } as const;
    const plan = alarm("low", []);
    const resources = await declared(() => {
      new Alarms("acme", { alarms: [plan], composites: [composite], routing, actionsEnabled: true });
    });
    equal(named(resources, "acme-health").inputs["alarmRule"], 'ALARM("fleet-users-80")');
    const failure = await inputsOf(plan, { composites: [{ ...composite, of: ["none"] }] }).catch(String);
    equal(String(failure).includes("the alarm health is made of none, which is not declared"), true);
  });
});
