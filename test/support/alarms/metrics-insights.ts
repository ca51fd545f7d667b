import type { MetricStore, Series } from "./metric-store.ts";

const form =
  /^SELECT (MAX|MIN|SUM|AVG)\((\w+)\) FROM SCHEMA\("([^"]+)", ([\w, ]+)\) WHERE (.+) GROUP BY (\w+) ORDER BY (?:MAX|MIN|SUM|AVG)\(\) (ASC|DESC)$/;
const statistics = { MAX: "Maximum", MIN: "Minimum", SUM: "Sum", AVG: "Average" } as const;
/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-limits.html */
const mostSeries = 500;

/** What a Metrics Insights query returns: one list of values for each contributor, the most pressing first. */
export function metricsInsights(
  expression: string,
  store: MetricStore,
  window: { readonly periodSeconds: number; readonly count: number; readonly endMillis: number },
): ReadonlyMap<string, readonly (number | undefined)[]> {
  const [, fold = "", metric = "", namespace = "", schema = "", where = "", groupBy = "", order = ""] =
    form.exec(expression) ?? [];
  if (fold === "") throw new SyntaxError(`the evaluator does not know the query ${expression}`);
  const statistic = statistics[fold as keyof typeof statistics];
  const conditions = where.split(" AND ").map((condition) => {
    const [, name = "", value = ""] = /^(\w+) = '([^']*)'$/.exec(condition) ?? [];
    if (name === "") throw new SyntaxError(`the evaluator does not know the condition ${condition}`);
    return [name, value] as const;
  });
  const matching = store
    .withDimensions(namespace, metric, schema.split(", "))
    .filter(({ dimensions }) => conditions.every(([name, value]) => dimensions[name] === value));
  const groups = Map.groupBy(matching, ({ dimensions }) => dimensions[groupBy] ?? "");
  const folded = [...groups].map(([group, series]) => [group, foldSeries(series, statistic, store, window)] as const);
  const highest = (values: readonly (number | undefined)[]) => Math.max(...values.map((value) => value ?? -Infinity));
  const sign = order === "DESC" ? 1 : -1;
  return new Map(folded.toSorted(([, one], [, other]) => sign * (highest(other) - highest(one))).slice(0, mostSeries));
}

function foldSeries(
  series: readonly Series[],
  statistic: string,
  store: MetricStore,
  window: Parameters<MetricStore["read"]>[2],
): readonly (number | undefined)[] {
  const read = series.map((one) => store.read(one, statistic, window));
  return Array.from({ length: window.count }, (_, index) => {
    const values = read.map((points) => points[index]).filter((value) => value !== undefined);
    if (values.length === 0) return undefined;
    return statistic === "Sum" ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values);
  });
}
