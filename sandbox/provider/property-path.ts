import { unknownValue } from "./provider.ts";

/** Steps into a value: property names and list indexes. */
export type PathSteps = readonly (string | number)[];

const plainName = /^[A-Za-z_$][\w$-]*$/;

/**
 * Writes a path as Pulumi prints it: `tags.owner`, `rules[0].id`, `labels["a.b/c"]`.
 */
export function formatPath(steps: PathSteps): string {
  return steps.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    if (!plainName.test(step)) return `${text}[${JSON.stringify(step)}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}

/**
 * Reads what `formatPath` writes, and a plain property name that it would have quoted.
 */
export function parsePath(path: string): PathSteps {
  const steps: (string | number)[] = [];
  for (const match of path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[]+)/g)) {
    const [, index, quoted, name] = match;
    if (index !== undefined) steps.push(Number(index));
    else if (quoted !== undefined) steps.push(String(JSON.parse(quoted)));
    else if (name !== undefined) steps.push(name);
  }
  return steps;
}

/**
 * The value at a path; undefined where a step leads nowhere, `unknownValue` where a step on the way is unknown.
 */
export function valueAt(root: unknown, steps: PathSteps): unknown {
  let value = root;
  for (const step of steps) {
    if (value === unknownValue) return unknownValue;
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
