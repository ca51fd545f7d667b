import { isMap, type Path, patchOf, valueAt } from "../resolve/leaves.ts";
import { mergePatch } from "../resolve/merge-patch.ts";

/** A key of an older shape, and what became of it. */
export interface Move {
  readonly from: string;
  /** Absent: the key is gone. */
  readonly to?: string;
  /** What the value became; unchanged where absent. A value that it gives back as `undefined` stays where it was. */
  readonly convert?: (value: unknown) => unknown;
}

/** Data in a newer shape, and where each moved path stood before. */
export interface Moved {
  readonly value: unknown;
  readonly origins: Readonly<Record<string, Path>>;
}

/**
 * Moves the keys that `value` has. A key that cannot be converted stays as it is, so that the schema refuses it at its
 * place instead of it being lost.
 */
export function moveKeys(value: unknown, moves: readonly Move[]): Moved {
  return moves.reduce<Moved>((moved, move) => moveKey(moved, move), { value, origins: {} });
}

function moveKey(moved: Moved, { from, to, convert = (value) => value }: Move): Moved {
  const fromPath = from.split(".");
  const old = valueAt(moved.value, fromPath);
  const converted = old === undefined ? undefined : convert(old);
  if (converted === undefined) {
    return moved;
  }
  const without = removeAt(moved.value, fromPath);
  return to === undefined
    ? { ...moved, value: without }
    : {
        value: mergePatch(without, patchOf(to.split("."), converted)),
        origins: { ...moved.origins, [to]: fromPath },
      };
}

function removeAt(value: unknown, [key, ...rest]: Path): unknown {
  if (!isMap(value) || key === undefined) {
    return value;
  }
  const entries = Object.entries(value);
  return Object.fromEntries(
    rest.length === 0
      ? entries.filter(([name]) => name !== key)
      : entries.map(([name, inner]) => [name, name === key ? removeAt(inner, rest) : inner]),
  );
}
