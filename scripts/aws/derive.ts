import { cloudFormationType } from "./cloudformation.ts";
import { type DeclaredInputs, readNested, readResource } from "./read-declarations.ts";
import type { ModelFacts } from "./service-models.ts";

/** One line of `sandbox/aws/data/names.json`: where outside data on a type stands. */
export interface TypeNames {
  readonly cloudFormation?: string;
  readonly botocore?: string;
  readonly names?: Readonly<Record<string, string>>;
}

/** Facts from the services' own models by property, e.g. `aws:kms/key:Key#customerMasterKeySpec`. */
export type ModelFactsByProperty = Readonly<Record<string, ModelFacts>>;

/** Everything that is derived; keys sorted, so that deriving twice gives the same bytes. */
export interface DerivedTypes {
  readonly resources: Readonly<Record<string, object>>;
  readonly nested: Readonly<Record<string, object>>;
}

/** Derives the table of types from the npm packages, and lays the models' facts over it. */
export function deriveTypes(all: Readonly<Record<string, TypeNames>>, models: ModelFactsByProperty): DerivedTypes {
  const resources: Record<string, object> = {};
  const nested = new Map<string, object>();
  for (const [token, names] of Object.entries(all)) {
    const { inputs, outputs, secretOutputs } = readResource(token);
    for (const name of nestedNames(inputs)) addNested(name, nested, models);
    resources[token] = {
      ...(names.cloudFormation ? { cloudFormation: names.cloudFormation } : {}),
      inputs: withFacts(token, names, inputs, models),
      outputs,
      ...(secretOutputs.length > 0 ? { secretOutputs } : {}),
    };
  }
  const sorted = [...nested].sort(([one], [other]) => one.localeCompare(other));
  return { resources, nested: Object.fromEntries(sorted) };
}

function withFacts(token: string, names: TypeNames, inputs: DeclaredInputs, models: ModelFactsByProperty): object {
  const find = names.cloudFormation ? cloudFormationType(names.cloudFormation, names.names ?? {}) : () => undefined;
  const entries = Object.entries(inputs).map(([name, { type, required }]) => {
    const registry = find(name);
    const model = models[`${token}#${name}`];
    const sources = [...(registry ? ["cloudformation"] : []), ...(model ? ["botocore"] : [])];
    const facts = { type, ...(required ? { required } : {}), ...registry, ...model };
    return [name, sources.length > 0 ? { ...facts, sources } : facts];
  });
  return Object.fromEntries(entries);
}

/** Names of the nested types that inputs refer to. */
export function nestedNames(inputs: DeclaredInputs): string[] {
  return Object.values(inputs).flatMap(({ type }) => /@([\w.]+)/.exec(type)?.[1] ?? []);
}

function addNested(name: string, nested: Map<string, object>, models: ModelFactsByProperty): void {
  if (nested.has(name)) return;
  const inputs = readNested(name);
  const entries = Object.entries(inputs).map(([property, { type, required }]) => [
    property,
    { type, ...(required ? { required } : {}), ...models[`${name}#${property}`] },
  ]);
  nested.set(name, Object.fromEntries(entries));
  for (const inner of nestedNames(inputs)) addNested(inner, nested, models);
}
