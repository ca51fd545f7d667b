import { isMap } from "../../model/resolve/leaves.ts";
import { jsonDocument } from "../diff/json-document.ts";
import { opened } from "../diff/plain-value.ts";

/** One property of a resource; of a JSON text, one place in its document. */
export interface PropertyPath {
  /** As the engine writes it: `tags.owner`, `ingress[0].fromPort`. */
  readonly path: string;
  /** Place inside the JSON that the property holds: `limits.max_users`; absent where it holds none. */
  readonly inside?: string;
}

/** `content → limits.max_users`. */
export const showProperty = ({ path, inside }: PropertyPath): string =>
  inside === undefined ? path : `${path} → ${inside || "(the whole document)"}`;

/** What differs between two sets of inputs, at the finest place that can be named; lists of other lengths as a whole. */
export function differingProperties(one: unknown, other: unknown): readonly PropertyPath[] {
  return differences(one, other, "").map(({ path, inside }) => ({ path, ...(inside === undefined ? {} : { inside }) }));
}

function differences(one: unknown, other: unknown, path: string): readonly PropertyPath[] {
  const [before, after] = [opened(one), opened(other)];
  if (before === after) return [];
  if (isMap(before) && isMap(after)) return inMaps(before, after, path);
  if (Array.isArray(before) && Array.isArray(after)) return inLists(before, after, path);
  const [document, changed] = [jsonDocument(before), jsonDocument(after)];
  if (document === undefined || changed === undefined) return [{ path }];
  return differences(document, changed, "").map((inner) => ({
    path,
    inside: [inner.path, inner.inside].filter((part) => part !== undefined).join(" → "),
  }));
}

function inMaps(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  path: string,
): readonly PropertyPath[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => differences(before[key], after[key], below(path, key)));
}

function inLists(before: readonly unknown[], after: readonly unknown[], path: string): readonly PropertyPath[] {
  return before.length === after.length
    ? before.flatMap((item, index) => differences(item, after[index], `${path}[${index}]`))
    : [{ path }];
}

/** The engine's form: a key that is no plain name stands in brackets. */
export function below(path: string, key: string): string {
  if (!/^[\w$-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}
