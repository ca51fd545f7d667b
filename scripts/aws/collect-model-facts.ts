import { nestedNames, type TypeNames } from "./derive.ts";
import { type DeclaredInputs, readNested, readResource } from "./read-declarations.ts";
import { type ModelFacts, type ModelPlace, operationInput } from "./service-models.ts";

/** Reads what the services' own models say of every input, nested ones too. `folder` is `botocore/data`. */
export function collectModelFacts(
  folder: string,
  all: Readonly<Record<string, TypeNames>>,
): Readonly<Record<string, ModelFacts>> {
  const found = new Map<string, ModelFacts>();
  const visit = (owner: string, inputs: DeclaredInputs, place: ModelPlace, names: Readonly<Record<string, string>>) => {
    for (const [name, input] of Object.entries(inputs)) {
      const at = place.member(name, names);
      if (!at || found.has(`${owner}#${name}`)) continue;
      found.set(`${owner}#${name}`, at.facts);
      for (const nested of nestedNames({ [name]: input })) visit(nested, readNested(nested), at, {});
    }
  };
  for (const [token, { botocore, names = {} }] of Object.entries(all)) {
    if (botocore) visit(token, readResource(token).inputs, operationInput(folder, botocore), names);
  }
  const sorted = [...found].sort(([one], [other]) => one.localeCompare(other));
  return Object.fromEntries(sorted);
}
