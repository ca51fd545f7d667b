import { isMap } from "../../../provider/structural-diff.ts";

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html */
const operators = new Set([
  "anything-but",
  "cidr",
  "equals-ignore-case",
  "exists",
  "numeric",
  "prefix",
  "suffix",
  "wildcard",
]);

/**
 * What EventBridge refuses in an event pattern: undefined where it takes it.
 *
 * A pattern is a JSON object whose leaves are lists of values or of one operator each; `$or` lists further patterns.
 */
export function patternRefusal(pattern: string): string | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(pattern);
  } catch {
    // EventBridge does not tell where the text breaks either.
    return "not valid JSON";
  }
  if (!isMap(parsed)) return "Filter is not an object";
  if (Object.keys(parsed).length === 0) return "Empty objects are not allowed";
  return objectRefusal(parsed, "");
}

function objectRefusal(pattern: Readonly<Record<string, unknown>>, at: string): string | undefined {
  for (const [name, value] of Object.entries(pattern)) {
    const refusal = name === "$or" ? orRefusal(value, at) : fieldRefusal(value, `${at}${name}`);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function orRefusal(value: unknown, at: string): string | undefined {
  if (!Array.isArray(value) || value.length < 2 || !value.every(isMap)) return `"${at}$or" must be a list of objects`;
  for (const one of value) {
    const refusal = objectRefusal(one, at);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function fieldRefusal(value: unknown, at: string): string | undefined {
  if (isMap(value)) {
    if (Object.keys(value).length === 0) return `Empty objects are not allowed at "${at}"`;
    return objectRefusal(value, `${at}.`);
  }
  if (!Array.isArray(value)) return `"${at}" must be an object or an array`;
  if (value.length === 0) return `Empty arrays are not allowed at "${at}"`;
  const odd = value.filter(isMap).flatMap((matcher) => Object.keys(matcher).filter((name) => !operators.has(name)));
  return odd.length > 0 ? `Unrecognized match type ${odd[0]} at "${at}"` : undefined;
}
