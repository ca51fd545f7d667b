import { postgresqlTypes } from "../../sandbox/postgresql/package.ts";
import type { SqlType } from "../../sandbox/postgresql/sql-type.ts";
import type { InputSchema } from "../../sandbox/provider/input-schema.ts";

/** Every type that real SQL stands behind. */
export function postgresqlReplacements(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(postgresqlTypes.map((type) => [type.token, rulesOf(type)]));
}

function rulesOf(type: SqlType): Readonly<Record<string, unknown>> {
  return {
    ours: [...type.replaces].sort(),
    defaults: type.defaults,
    ...(type.sets === undefined ? {} : { sets: type.sets }),
    ...(type.named === true ? { name: "name" } : {}),
    ...(type.update === undefined ? { everyChange: true } : {}),
    identity: identityOf(type),
  };
}

/** Inputs that the id is made of: those that it is another without. */
function identityOf(type: SqlType): readonly string[] {
  const full = Object.fromEntries(Object.keys(type.schema).map((name) => [name, sampleOf(type.schema, name)]));
  const id = type.id(full);
  return Object.keys(type.schema)
    .filter((name) => type.id({ ...full, [name]: undefined }) !== id)
    .sort();
}

function sampleOf(schema: InputSchema, name: string): unknown {
  const { type, oneOf } = schema[name] ?? { type: "text" };
  const samples = {
    boolean: true,
    number: 1,
    list: ["a", { type: "a" }],
    map: { a: "b" },
    text: oneOf?.at(-1) ?? name,
  };
  return samples[type as keyof typeof samples];
}
