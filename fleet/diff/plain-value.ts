import { SecretValue } from "../synth/secret-value.ts";

/** A value's own form: what a secret hides, everything else as it is. */
export const opened = (value: unknown): unknown => (value instanceof SecretValue ? opened(value.reveal()) : value);

/** A copy in which everything that a secret hides stands open, at any depth; never for output. */
export function revealed(value: unknown): unknown {
  const plain = opened(value);
  if (Array.isArray(plain)) return plain.map(revealed);
  if (!isMap(plain)) return plain;
  return Object.fromEntries(Object.entries(plain).map(([name, field]) => [name, revealed(field)]));
}

/** Whether a secret is anywhere in a value. */
export function holdsSecret(value: unknown): boolean {
  if (value instanceof SecretValue) return true;
  if (Array.isArray(value)) return value.some(holdsSecret);
  return isMap(value) && Object.values(value).some(holdsSecret);
}

/** A map of properties, as opposed to a list, a scalar, null or a secret. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof SecretValue);
}

/**
 * Whether two values are the same, secrets compared by what they hide. A property that is `undefined` counts as absent.
 */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  const [left, right] = [opened(one), opened(other)];
  if (left === right) return true;
  if (Array.isArray(left)) {
    return Array.isArray(right) && left.length === right.length && left.every((item, at) => isSame(item, right[at]));
  }
  return isMap(left) && isMap(right) && isSameMap(left, right);
}

function isSameMap(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  for (const name in one) {
    if (!isSame(one[name], other[name])) return false;
  }
  for (const name in other) {
    if (other[name] !== undefined && one[name] === undefined) return false;
  }
  return true;
}

/** `value` with `change` applied to each text in it, inside secrets too; what stays is returned as it is. */
export function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (value instanceof SecretValue) {
    const inside = value.reveal();
    const changed = withTexts(inside, change);
    return changed === inside ? value : new SecretValue(changed);
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => withTexts(item, change));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  return isMap(value) ? mapWithTexts(value, change) : value;
}

function mapWithTexts(
  map: Readonly<Record<string, unknown>>,
  change: (text: string) => string,
): Readonly<Record<string, unknown>> {
  let copy: Record<string, unknown> | undefined;
  for (const [name, field] of Object.entries(map)) {
    const changed = withTexts(field, change);
    if (changed === field) continue;
    copy ??= { ...map };
    copy[name] = changed;
  }
  return copy ?? map;
}
