import type { z } from "zod";

type Schema = z.core.$ZodType;

/** What stands inside wrappers such as `optional`; the input's side of a pipe. */
function unwrapped(schema: Schema): Schema {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if ("innerType" in def) {
    return unwrapped(def.innerType as Schema);
  }
  return def.type === "pipe" ? unwrapped(def.in) : schema;
}

function stepInto(schema: Schema, key: PropertyKey): readonly Schema[] {
  const { def } = (unwrapped(schema) as z.core.$ZodTypes)._zod;
  if (def.type === "object") {
    const field = def.shape[String(key)];
    return field === undefined ? [] : [field];
  }
  if (def.type === "union") {
    return def.options.flatMap((option) => stepInto(option, key));
  }
  if (def.type === "record") {
    return [def.valueType];
  }
  return def.type === "array" ? [def.element] : [];
}

function keysOf(schema: Schema): readonly string[] {
  const { def } = (unwrapped(schema) as z.core.$ZodTypes)._zod;
  if (def.type === "object") {
    return Object.keys(def.shape);
  }
  return def.type === "union" ? def.options.flatMap(keysOf) : [];
}

/** Keys that a schema knows for the map at `path`; none where any key may stand. */
export function knownKeys(schema: Schema, path: readonly PropertyKey[]): readonly string[] {
  const reached = path.reduce<readonly Schema[]>((at, key) => at.flatMap((inner) => stepInto(inner, key)), [schema]);
  return reached.flatMap(keysOf);
}
