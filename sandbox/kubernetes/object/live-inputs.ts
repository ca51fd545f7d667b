import { isDeepStrictEqual } from "node:util";
import type { PropertyMap } from "../../provider/provider.ts";
import { isMap } from "../../provider/structural-diff.ts";
import { metadataOf } from "./object-name.ts";

/** `managedFields[].fieldsV1` of all who ever set a field, merged: which maps and lists are merged item by item. */
type FieldTree = Readonly<Record<string, unknown>>;

/**
 * Inputs as the live object has them: only the fields that were set, so that the server's defaults are no drift, but
 * what was changed by hand is.
 *
 * @param outputs the object as recorded; what has not changed since reads as it was put in.
 */
export function liveInputs(inputs: PropertyMap, live: PropertyMap, outputs: PropertyMap): PropertyMap {
  const { status: _status, ...fields } = inputs;
  return current(fields, live, outputs, fieldTree(live)) as PropertyMap;
}

function current(input: unknown, live: unknown, recorded: unknown, tree: FieldTree | undefined): unknown {
  if (live === undefined) return undefined;
  if (isDeepStrictEqual(live, recorded) || isDeepStrictEqual(live, input)) return input;
  // A field that nobody owns in parts is one value, whatever is in it (`x-kubernetes-map-type: atomic`).
  if (!tree || Object.keys(tree).length === 0) return live;
  if (isMap(input) && isMap(live)) return currentMap(input, live, recorded, tree);
  if (Array.isArray(input) && Array.isArray(live)) return currentList(input, live, recorded, tree);
  return live;
}

function currentMap(input: PropertyMap, live: PropertyMap, recorded: unknown, tree: FieldTree): PropertyMap {
  const before = isMap(recorded) ? recorded : {};
  const entries = Object.keys(input).map((name) => {
    const child = isMap(tree[`f:${name}`]) ? (tree[`f:${name}`] as FieldTree) : undefined;
    return [name, current(input[name], live[name], before[name], child)];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Items of others, in a list that is merged by keys or as a set, are left out: applying would not take them away. */
function currentList(input: readonly unknown[], live: readonly unknown[], recorded: unknown, tree: FieldTree): unknown {
  const before: readonly unknown[] = Array.isArray(recorded) ? recorded : [];
  const names = Object.keys(tree);
  if (names.some((name) => name.startsWith("v:"))) return input.filter((item) => live.includes(item));
  const keys = names.filter((name) => name.startsWith("k:"));
  if (keys.length === 0) return live;
  return input.flatMap((item) => {
    const key = keys.find((name) => matches(item, JSON.parse(name.slice(2))));
    if (key === undefined) return [];
    const wanted: unknown = JSON.parse(key.slice(2));
    const find = (items: readonly unknown[]): unknown => items.find((each) => matches(each, wanted));
    const value = current(item, find(live), find(before), tree[key] as FieldTree);
    return value === undefined ? [] : [value];
  });
}

/** A key that the server filled in (`protocol: TCP`) is not in the item. */
function matches(item: unknown, key: unknown): boolean {
  if (!isMap(item) || !isMap(key)) return false;
  const given = Object.entries(key).filter(([name]) => item[name] !== undefined);
  return given.length > 0 && given.every(([name, value]) => isDeepStrictEqual(item[name], value));
}

function fieldTree(live: PropertyMap): FieldTree {
  const { managedFields } = metadataOf(live);
  const trees = (Array.isArray(managedFields) ? managedFields : []).filter(isMap).map((entry) => entry["fieldsV1"]);
  // These are in every object, and nobody owns them.
  const always = { "f:apiVersion": {}, "f:kind": {}, "f:metadata": { "f:name": {}, "f:namespace": {} } };
  return trees.filter(isMap).reduce<FieldTree>(merge, always);
}

function merge(left: FieldTree, right: FieldTree): FieldTree {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return Object.fromEntries(
    [...names].map((name) => {
      const [one, other] = [left[name], right[name]];
      return [name, isMap(one) && isMap(other) ? merge(one, other) : (one ?? other)];
    }),
  );
}
