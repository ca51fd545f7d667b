import { isMap } from "../../../provider/structural-diff.ts";

/** Type of widget → what its properties need (one of each group). */
const required: Readonly<Record<string, readonly (readonly string[])[]>> = {
  metric: [["metrics", "annotations"], ["region"]],
  text: [["markdown"]],
  log: [["query", "queryString"], ["region"]],
  alarm: [["alarms"]],
  explorer: [["metrics"], ["labels"]],
};

/**
 * Why CloudWatch refuses a dashboard's body; empty where it does not.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
export function bodyRefusals(body: string): readonly string[] {
  const parsed = parse(body);
  if (!isMap(parsed)) return ["The field DashboardBody must be a valid JSON object"];
  const widgets: unknown = parsed["widgets"] ?? [];
  if (!Array.isArray(widgets)) return ["Should be a list: widgets"];
  const many = widgets.length > 500 ? [`a dashboard has 500 widgets at the most, got ${widgets.length}`] : [];
  return [...many, ...widgets.flatMap(widgetRefusals)];
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Told as CloudWatch tells it.
    return undefined;
  }
}

function widgetRefusals(widget: unknown, index: number): string[] {
  const at = `widgets[${index}]`;
  if (!isMap(widget)) return [`${at} should be an object`];
  const groups = required[String(widget["type"])];
  if (!groups) return [`${at}/type should be one of ${Object.keys(required).join(", ")}`];
  const properties = isMap(widget["properties"]) ? widget["properties"] : {};
  const absent = groups
    .filter((group) => !group.some((name) => properties[name] !== undefined))
    .map((group) => `${at}/properties should have ${group.join(" or ")}`);
  return [...absent, ...placeRefusals(widget, at), ...sizeRefusals(properties, at)];
}

function placeRefusals(widget: Readonly<Record<string, unknown>>, at: string): string[] {
  const ranges: readonly (readonly [string, number, number])[] = [
    ["x", 0, 23],
    ["y", 0, Number.MAX_SAFE_INTEGER],
    ["width", 1, 24],
    ["height", 1, 1000],
  ];
  return ranges
    .filter(([name, least, most]) => {
      const value = widget[name];
      return value !== undefined && !(typeof value === "number" && value >= least && value <= most);
    })
    .map(([name, least, most]) => `${at}/${name} should be from ${least} to ${most}`);
}

function sizeRefusals(properties: Readonly<Record<string, unknown>>, at: string): string[] {
  const lengthOf = (name: string) => {
    const value = properties[name];
    return Array.isArray(value) ? value.length : 0;
  };
  return [
    ...(lengthOf("metrics") > 500 ? [`${at}/properties/metrics has 500 metrics at the most`] : []),
    ...(Array.isArray(properties["alarms"]) && lengthOf("alarms") === 0 ? [`${at}/properties/alarms is empty`] : []),
    ...(lengthOf("alarms") > 100 ? [`${at}/properties/alarms has 100 alarms at the most`] : []),
  ];
}
