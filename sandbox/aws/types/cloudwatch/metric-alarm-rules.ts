import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { when } from "../../define-type.ts";
import { map, number, text } from "../../values.ts";
import { checkPeriod, checkWindow } from "./alarm-window.ts";
import { checkQueries } from "./metric-queries.ts";

const missing = ["breaching", "notBreaching", "ignore", "missing"];
const percentile =
  /^(p(\d{1,2}(\.\d{1,10})?|100)|(tm|wm|tc|ts)\d{1,2}(\.\d{1,10})?|(TM|WM|TC|TS|PR)\([^)]*:[^)]*\)|IQM)$/;

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
export function checkMetricAlarm(inputs: PropertyMap): readonly CheckFailure[] {
  const given = (name: string) => inputs[name] !== undefined;
  const sources = ["metricName", "metricQueries", "evaluationCriteria"].filter(given);
  const [evaluated, breaching] = [number(inputs, "evaluationPeriods"), number(inputs, "datapointsToAlarm")];
  const dimensions = Object.keys(map(inputs, "dimensions")).length;
  return [
    ...when(
      [
        sources.length !== 1,
        "metricName",
        `an alarm looks at one of metricName, metricQueries and evaluationCriteria, got ${sources.join(" and ") || "none"}`,
      ],
      [
        !given("evaluationCriteria") && !given("evaluationPeriods"),
        "evaluationPeriods",
        "an alarm on metrics needs evaluationPeriods",
      ],
      [
        !given("evaluationCriteria") && !given("comparisonOperator"),
        "comparisonOperator",
        "an alarm on metrics needs comparisonOperator",
      ],
      [
        !given("evaluationCriteria") && given("threshold") === given("thresholdMetricId"),
        "threshold",
        "an alarm on metrics needs either threshold or thresholdMetricId",
      ],
      [
        breaching !== undefined && evaluated !== undefined && breaching > evaluated,
        "datapointsToAlarm",
        `datapointsToAlarm is at most evaluationPeriods (${evaluated ?? ""}), got ${breaching ?? ""}`,
      ],
      [dimensions > 30, "dimensions", `a metric has at most 30 dimensions, got ${dimensions}`],
      [
        !missing.includes(text(inputs, "treatMissingData") ?? "missing"),
        "treatMissingData",
        `expected treatMissingData to be one of [${missing.join(" ")}], got ${text(inputs, "treatMissingData") ?? ""}`,
      ],
    ),
    ...checkSingleMetric(inputs),
    ...checkQueries(inputs),
    ...checkActions(inputs),
  ];
}

function checkSingleMetric(inputs: PropertyMap): readonly CheckFailure[] {
  if (inputs["metricName"] === undefined) return [];
  const given = (name: string) => inputs[name] !== undefined;
  const extended = text(inputs, "extendedStatistic");
  return [
    ...when(
      [!given("namespace"), "namespace", "an alarm on a metric needs namespace"],
      [!given("period"), "period", "an alarm on a metric needs period"],
      [
        given("statistic") === given("extendedStatistic"),
        "statistic",
        "an alarm on a metric needs either statistic or extendedStatistic",
      ],
      [
        extended !== undefined && !percentile.test(extended),
        "extendedStatistic",
        `an extended statistic is written like p95, tm90 or PR(10:90), got ${extended ?? ""}`,
      ],
    ),
    ...checkPeriod(number(inputs, "period"), "period"),
    ...checkWindow(number(inputs, "period"), number(inputs, "evaluationPeriods")),
  ];
}

/** Up to five actions a state, each an ARN. */
export function checkActions(inputs: PropertyMap): readonly CheckFailure[] {
  return ["alarmActions", "okActions", "insufficientDataActions"].flatMap((property) => {
    const value = inputs[property];
    const actions: readonly unknown[] = Array.isArray(value) ? value : [];
    const odd = actions.filter((action) => typeof action === "string" && !action.startsWith("arn:"));
    return when(
      [actions.length > 5, property, `a state has at most 5 actions, got ${actions.length}`],
      [odd.length > 0, property, `an action is an ARN, got ${odd.join(", ")}`],
    );
  });
}
