import { readFileSync } from "node:fs";

/** What is known of one property from data that is written elsewhere: `data/types.json`. */
export interface DerivedProperty {
  /** `text`, `number`, `boolean`, `json`, `any`, `@nested.Type`; with `[]` a list, with `{}` a map of it. */
  readonly type: string;
  readonly required?: boolean;
  readonly replaces?: "yes" | "maybe";
  readonly oneOf?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minimumLength?: number;
  readonly maximumLength?: number;
  /** Where the facts come from; absent where only name and type are known, from the npm package. */
  readonly sources?: readonly string[];
}

export type DerivedProperties = Readonly<Record<string, DerivedProperty>>;

export interface DerivedResource {
  readonly cloudFormation?: string;
  readonly inputs: DerivedProperties;
  readonly outputs: readonly string[];
  readonly secretOutputs?: readonly string[];
}

interface DerivedTypes {
  readonly resources: Readonly<Record<string, DerivedResource>>;
  readonly nested: Readonly<Record<string, DerivedProperties>>;
}

let loaded: DerivedTypes | undefined;

function derived(): DerivedTypes {
  loaded ??= JSON.parse(readFileSync(new URL("./data/types.json", import.meta.url), "utf8")) as DerivedTypes;
  return loaded;
}

/** Every resource type that outside data was derived for. */
export function derivedResources(): Readonly<Record<string, DerivedResource>> {
  return derived().resources;
}

/** @throws where `scripts/derive-aws-types.ts` has not been told of the type in `data/names.json`. */
export function derivedResource(token: string): DerivedResource {
  const found = derived().resources[token];
  if (!found)
    throw new Error(`${token} is missing in sandbox/aws/data/names.json; add it and run scripts/derive-aws-types.ts.`);
  return found;
}

/** The members of a nested type, e.g. `s3.BucketLoggingTargetGrant`; none where it is unknown. */
export function derivedNested(name: string): DerivedProperties {
  return derived().nested[name] ?? {};
}
