import { deepEqual, equal, match } from "node:assert/strict";
import { findUnemittedMetrics } from "../../model/alarmed-metrics.ts";
import { awsMetrics } from "../../model/aws-metrics.ts";
import { awsSeries } from "../../model/plan/plan-database-alarms.ts";
import { type DeclaredStack, declaredCell, declaredTenant } from "../support/alarms/declared-stack.ts";
import type { DeclaredAlarm } from "../support/alarms/evaluate-alarm.ts";
import { tenantPlan } from "../support/plans.ts";
import { application } from "../support/tenant-sources.ts";

interface Looked {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: readonly string[];
}

/** Every metric that an alarm looks at. */
function lookedAt({ namespace, metricName, dimensions = {}, metricQueries = [] }: DeclaredAlarm): readonly Looked[] {
  const single =
    metricName === undefined
      ? []
      : [{ namespace: namespace ?? "", name: metricName, dimensions: Object.keys(dimensions) }];
  const queried = metricQueries.flatMap(({ metric, expression = "" }) => {
    const [, name, space, schema] = /^SELECT \w+\((\w+)\) FROM SCHEMA\("([^"]+)", ([^)]+)\)/.exec(expression) ?? [];
    const selected =
      name === undefined ? [] : [{ namespace: space ?? "", name, dimensions: (schema ?? "").split(", ") }];
    const read =
      metric === undefined
        ? []
        : [{ namespace: metric.namespace, name: metric.metricName, dimensions: Object.keys(metric.dimensions ?? {}) }];
    return [...selected, ...read];
  });
  return [...single, ...queried];
}

/** Who emits a metric: the application, a service, or a filter of the same stack. */
function emitterOf({ namespace, name, dimensions }: Looked, { filters }: DeclaredStack): string | undefined {
  const contract = application.metrics[name];
  const same = (names: readonly string[]) => names.toSorted().join() === dimensions.toSorted().join();
  if (namespace === application.name && contract !== undefined && same(contract.dimensions)) return contract.emitter;
  const service = awsMetrics.find(
    (metric) => metric.namespace === namespace && metric.name === name && same(metric.dimensions),
  );
  if (service !== undefined) return service.namespace;
  const counted = filters.some(
    ({ metricTransformation: to }) => to.namespace === namespace && to.name === name && dimensions.length === 0,
  );
  return counted ? "metric filter" : undefined;
}

describe("what alarms look at", () => {
  it("R-APP-2 is emitted by the application, by a service, or counted in a log, for every declared alarm", async () => {
    const stacks = await Promise.all([
      ...["blue-kite", "acme-corp", "northwind-freight", "umbra-health"].map((id) => declaredTenant(tenantPlan(id))),
      ...["us-1", "umbra-1"].map(declaredCell),
    ]);
    const looked = stacks.flatMap((stack) =>
      stack.alarms.flatMap((alarm) => lookedAt(alarm).map((one) => ({ one, stack }))),
    );
    equal(looked.length > 80, true);
    deepEqual(
      looked.filter(({ one, stack }) => emitterOf(one, stack) === undefined).map(({ one }) => one),
      [],
    );
  });

  it("R-APP-2 is reported where the application does not emit it, or not at the level", () => {
    deepEqual(findUnemittedMetrics(application), []);
    const { ready, ...others } = application.metrics;
    equal(ready?.emitter, "application");
    deepEqual(
      findUnemittedMetrics({ ...application, metrics: others }).map(({ name, level }) => `${name} ${level}`),
      ["ready schema", "ready database", "ready cluster"],
    );
    const somewhere = { ...application.metrics, users: { ...application.metrics["users"], isolation: ["cluster"] } };
    const found = findUnemittedMetrics({ ...application, metrics: somewhere as typeof application.metrics });
    deepEqual(
      found.map(({ reason }) => reason),
      ["it is emitted at isolation cluster, not schema", "it is emitted at isolation cluster, not database"],
    );
  });

  it("R-APP-2 refuses a service's metric that no source is given for", () => {
    equal(awsSeries("AWS/RDS", "CPUUtilization", { DBInstanceIdentifier: "one" }).name, "CPUUtilization");
    let refusal = "";
    try {
      awsSeries("AWS/RDS", "Mood", { DBInstanceIdentifier: "one" });
    } catch (error) {
      refusal = String(error);
    }
    match(refusal, /nobody emits AWS\/RDS Mood by DBInstanceIdentifier/);
    equal(
      awsMetrics.every(({ source }) => source.startsWith("https://docs.aws.amazon.com/")),
      true,
    );
  });
});
