/** Stands for a secret in a message between two processes of this program; no text that a file holds has a NUL in it. */
const mark = "\0secret";

/** What a program's class of secrets has, whichever version of the program it is of. */
interface Revealable {
  reveal(): unknown;
}

const isRevealable = (value: object): value is Revealable => "reveal" in value && typeof value.reveal === "function";

/**
 * Replaces secrets at any depth by what a message can carry. For the channel between two processes only: what comes out
 * holds them in the clear.
 */
export function packSecrets(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (isRevealable(value)) return { [mark]: packSecrets(value.reveal()) };
  return mapped(value, packSecrets);
}

/** The reverse; `secret` makes a secret of this program. */
export function unpackSecrets(value: unknown, secret: (value: unknown) => unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  const unpack = (field: unknown): unknown => unpackSecrets(field, secret);
  return mark in value ? secret(unpack(value[mark])) : mapped(value, unpack);
}

/** Copies only what changes: most of a stack holds no secret. */
function mapped(value: object, map: (field: unknown) => unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(map);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  let copy: Record<string, unknown> | undefined;
  for (const [key, field] of Object.entries(value)) {
    const replaced = map(field);
    if (replaced === field) continue;
    copy ??= { ...value };
    copy[key] = replaced;
  }
  return copy ?? value;
}
