import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { requireRow } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { map, text } from "../../values.ts";
import { patternRefusal } from "./filter-pattern.ts";

const token = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html */
const filtersOfGroup = 100;

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricTransformation.html */
function checkFilter(inputs: PropertyMap): readonly CheckFailure[] {
  const name = text(inputs, "name");
  const refusal = patternRefusal(text(inputs, "pattern") ?? "");
  const transformation = map(inputs, "metricTransformation");
  const dimensions = Object.entries(map(transformation, "dimensions"));
  const value = text(transformation, "value");
  const defaultValue = transformation["defaultValue"];
  return when(
    [
      name !== undefined && !/^[^:*]{1,512}$/.test(name),
      "name",
      `a filter's name has 1 to 512 characters without : and *, got ${name ?? ""}`,
    ],
    [
      refusal !== undefined,
      "pattern",
      `api error InvalidParameterException: Invalid metric filter pattern: ${refusal ?? ""}`,
    ],
    [
      dimensions.length > 3,
      "metricTransformation",
      `a metric filter has 3 dimensions at the most, got ${dimensions.length}`,
    ],
    [
      dimensions.length > 0 && defaultValue !== undefined,
      "metricTransformation",
      "dimensions and defaultValue cannot be given together",
    ],
    [
      value !== undefined && !/^(\$[\w.]+|-?\d+(\.\d+)?)$/.test(value),
      "metricTransformation",
      `a value is a number or a field of the log event, got ${value ?? ""}`,
    ],
    [
      /[:*$]/.test(`${text(transformation, "name") ?? ""}${text(transformation, "namespace") ?? ""}`),
      "metricTransformation",
      "name and namespace of a metric have none of : * $",
    ],
  );
}

export const logMetricFilter = defineType({
  token,
  naming: { input: "name", maximumLength: 512 },
  replaces: ["name"],
  defaults: { applyOnTransformedLogs: false },
  check: checkFilter,
  create: (inputs, account) => {
    const group = text(inputs, "logGroupName") ?? "";
    requireRow(
      account,
      "aws:cloudwatch/logGroup:LogGroup",
      group,
      "ResourceNotFoundException",
      `The specified log group does not exist: ${group}`,
    );
    const others = rowsOf(account, token).filter((row) => text(row.inputs, "logGroupName") === group);
    if (others.length >= filtersOfGroup)
      throw new AwsError("LimitExceededException", `A log group has ${filtersOfGroup} metric filters at the most`);
    return { id: text(inputs, "name") ?? "", computed: {} };
  },
});
