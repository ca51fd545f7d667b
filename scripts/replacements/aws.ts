import type { TypeDefinition } from "../../sandbox/aws/define-type.ts";
import { type DerivedProperties, derivedResource } from "../../sandbox/aws/derived-types.ts";
import { typeDefinitions } from "../../sandbox/aws/types/index.ts";

/** Every type of the embedded account; empty lists are left out. */
export function awsReplacements(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(typeDefinitions.map((definition) => [definition.token, rulesOf(definition)]));
}

function rulesOf(definition: TypeDefinition): Readonly<Record<string, unknown>> {
  const { token, replaces = [], inPlace = [], naming, updatedOutputs = [] } = definition;
  const { inputs } = derivedResource(token);
  const registry = namesWhere(inputs, ({ replaces: registered }) => registered === "yes");
  const prefix = naming === undefined ? [] : [`${naming.input}Prefix`];
  // A resource names its own Region since version 7 of the package, and no registry lists that.
  const ours = [...replaces, ...prefix, "region"].filter((name) => Object.hasOwn(inputs, name));
  const lists = {
    outside: registry.filter((name) => !inPlace.includes(name)),
    ours: [...new Set(ours)].filter((name) => !registry.includes(name) && !inPlace.includes(name)).sort(),
    corrected: registry.filter((name) => inPlace.includes(name)),
    documents: namesWhere(inputs, ({ type }) => type === "json"),
    updatedOutputs,
  };
  const given = Object.entries(lists).filter(([, names]) => names.length > 0);
  return { ...(naming === undefined ? {} : { name: naming.input }), ...Object.fromEntries(given) };
}

function namesWhere(
  inputs: DerivedProperties,
  holds: (property: DerivedProperties[string]) => boolean,
): readonly string[] {
  return Object.keys(inputs)
    .filter((name) => {
      const property = inputs[name];
      return property !== undefined && holds(property);
    })
    .sort();
}
