import { SecretValue } from "../synth/secret-value.ts";
import { isMap, isSame, opened } from "./plain-value.ts";
import type { PropertyPath } from "./property-path.ts";

/** An innermost place at which two sets of inputs differ. */
export interface ChangedPlace {
  readonly path: PropertyPath;
  /** `undefined` where it is new; a secret's is a `SecretValue`. */
  readonly before: unknown;
  /** `undefined` where it is taken away; a secret's is a `SecretValue`. */
  readonly after: unknown;
}

/**
 * Where two sets of inputs differ, sorted by name, innermost place by innermost place as a provider's detailed
 * difference lists them.
 */
export function changedPlaces(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly ChangedPlace[] {
  const found: ChangedPlace[] = [];
  collectFromMaps(before, after, { path: [], isSecret: false, found });
  return found;
}

interface Place {
  readonly path: PropertyPath;
  /** Whether it lies inside a secret. */
  readonly isSecret: boolean;
  readonly found: ChangedPlace[];
}

function collectFromMaps(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  at: Place,
): void {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const name of [...names].sort()) {
    collect(before[name], after[name], { ...at, path: [...at.path, name] });
  }
}

function collect(before: unknown, after: unknown, at: Place): void {
  if (isSame(before, after)) return;
  const isSecret = at.isSecret || before instanceof SecretValue || after instanceof SecretValue;
  const [left, right] = [opened(before), opened(after)];
  if (isMap(left) && isMap(right)) {
    collectFromMaps(left, right, { ...at, isSecret });
  } else if (Array.isArray(left) && Array.isArray(right)) {
    collectFromLists(left, right, { ...at, isSecret });
  } else {
    at.found.push({ path: at.path, before: hidden(left, isSecret), after: hidden(right, isSecret) });
  }
}

function collectFromLists(before: readonly unknown[], after: readonly unknown[], at: Place): void {
  for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
    collect(before[index], after[index], { ...at, path: [...at.path, index] });
  }
}

const hidden = (value: unknown, isSecret: boolean): unknown =>
  isSecret && value !== undefined ? new SecretValue(value) : value;
