import { isMap } from "./leaves.ts";

/**
 * Merges `patch` into `target` as JSON Merge Patch does (RFC 7396): maps merge, lists and scalars replace, `null`
 * removes. Neither argument is changed; a key `__proto__` is a key like any other.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isMap(patch)) {
    return patch;
  }
  const base = isMap(target) ? target : {};
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      merged.delete(key);
    } else {
      merged.set(key, mergePatch(merged.get(key), value));
    }
  }
  return Object.fromEntries(merged);
}
