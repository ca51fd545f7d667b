import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { when } from "../../define-type.ts";
import { flag, map, maps, number, text } from "../../values.ts";
import { checkPeriod, checkWindow } from "./alarm-window.ts";

const property = "metricQueries";
/** Words of metric math that are no identifiers of a query are written in capitals; identifiers begin with a small letter. */
const identifier = /\b[a-z][A-Za-z0-9_]*\b/g;
const isInsights = (expression: string) => /^\s*SELECT\b/i.test(expression);
const expressionOf = (query: PropertyMap) => text(query, "expression");

/**
 * Queries of an alarm: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html; ten
 * metrics of one period at the most: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-data-queries.html
 */
export function checkQueries(inputs: PropertyMap): readonly CheckFailure[] {
  const queries = maps(inputs, property);
  if (queries.length === 0) return [];
  const ids = queries.map((query) => text(query, "id") ?? "");
  const metrics = queries.map((query) => map(query, "metric")).filter((metric) => Object.keys(metric).length > 0);
  const periods = new Set(metrics.map((metric) => number(metric, "period")));
  // A band returns data as well: it is the threshold.
  const band = text(inputs, "thresholdMetricId");
  const returned = queries.filter((query) => flag(query, "returnData") && text(query, "id") !== band);
  return [
    ...when(
      [returned.length !== 1, property, `exactly one query returns data to the alarm, got ${returned.length}`],
      [band !== undefined && !ids.includes(band), "thresholdMetricId", `no query has the id ${band ?? ""}`],
      [new Set(ids).size !== ids.length, property, "ids of queries must be unique"],
      [
        ids.some((id) => id !== "" && !/^[a-z][A-Za-z0-9_]*$/.test(id)),
        property,
        `an id begins with a small letter and has letters, digits and _: ${ids.join(", ")}`,
      ],
      [metrics.length > 10, property, `an expression is based on 10 metrics at the most, got ${metrics.length}`],
      [periods.size > 1, property, `all metrics of an expression have the same period, got ${[...periods].join(", ")}`],
    ),
    ...metrics.flatMap((metric) => checkPeriod(number(metric, "period"), property)),
    ...checkWindow([...periods][0], number(inputs, "evaluationPeriods")),
    ...queries.flatMap((query) => checkQuery(query, ids)),
    ...queries.flatMap((query) => checkInsights(query, number(inputs, "evaluationPeriods") ?? 1)),
  ];
}

function checkQuery(query: PropertyMap, ids: readonly string[]): readonly CheckFailure[] {
  const expression = expressionOf(query);
  const both = expression !== undefined && query["metric"] !== undefined;
  const neither = query["expression"] === undefined && query["metric"] === undefined;
  const strangers =
    expression === undefined || isInsights(expression)
      ? []
      : (expression.replace(/"[^"]*"/g, "").match(identifier) ?? []).filter((word) => !ids.includes(word));
  return when(
    [both || neither, property, `the query ${text(query, "id") ?? ""} needs either an expression or a metric`],
    [
      strangers.length > 0,
      property,
      `api error ValidationError: ${expression ?? ""} refers to ${strangers.join(", ")}, no query has that id`,
    ],
  );
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-limits.html */
const insightsSeconds = 3 * 3600;

function checkInsights(query: PropertyMap, evaluationPeriods: number): readonly CheckFailure[] {
  const expression = expressionOf(query);
  if (expression === undefined || !isInsights(expression)) return [];
  const period = number(query, "period");
  const grouped = /\bGROUP BY\b/i.test(expression);
  return [
    ...checkPeriod(period, property),
    ...when(
      [query["period"] === undefined, property, "a Metrics Insights query needs a period of its own"],
      [
        (period ?? 0) * evaluationPeriods > insightsSeconds,
        property,
        `an alarm on a Metrics Insights query looks back 3 hours at the most, got ${(period ?? 0) * evaluationPeriods} seconds`,
      ],
      [
        grouped && !/\bORDER BY\b/i.test(expression),
        property,
        "an alarm on several time series needs ORDER BY beside GROUP BY",
      ],
      [
        !/^\s*SELECT\s+(AVG|COUNT|MAX|MIN|SUM)\(\s*"?[\w./ -]+"?\s*\)\s+FROM\s+(SCHEMA\(.+\)|"?[\w./-]+"?)/i.test(
          expression,
        ),
        property,
        `the query is not SELECT FUNCTION(metric) FROM SCHEMA(…): ${expression}`,
      ],
    ),
  ];
}
