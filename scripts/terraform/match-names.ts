import type { DerivedProperties } from "../../sandbox/aws/derived-types.ts";
import type { TerraformArgument, TerraformArguments, TerraformType } from "./read-bindings.ts";

/** How one property of a Pulumi type is written in Terraform, where its name in snake_case alone does not say it. */
export interface TerraformName {
  /** Absent: the property's name in snake_case. */
  readonly name?: string;
  /** Terraform has a list here, of one where Pulumi has the thing itself. */
  readonly list?: true;
  /** Pulumi's nested type, the key of its own shape. */
  readonly of?: string;
}

export type TerraformShape = Readonly<Record<string, TerraformName>>;

/** What is known of one type: names that no rule gives. `null`: Terraform has no such argument. */
export type Renames = Readonly<Record<string, string | null>>;

/** Where shapes are collected, and what could not be matched. */
export interface Matching {
  readonly nested: Readonly<Record<string, DerivedProperties>>;
  readonly shapes: Map<string, TerraformShape>;
  readonly unmatched: string[];
}

/** The shape of a set of inputs against the arguments of the Terraform type `from`; nested ones join `matching`. */
export function matchInputs(
  inputs: DerivedProperties,
  place: {
    readonly path: string;
    readonly from: TerraformType;
    readonly args?: TerraformArguments;
    readonly renames: Renames;
    /** Of a resource every input must be found; a nested type also has members that only the cloud fills in. */
    readonly isResource: boolean;
  },
  matching: Matching,
): TerraformShape {
  const byName = new Map([...(place.args?.keys() ?? [])].map((name) => [pascal(name), name]));
  const entries = Object.entries(inputs).map(([property, { type }]) => {
    const renamed = place.renames[property];
    const name = renamed ?? terraformName(property, type, byName);
    if (place.isResource && renamed === undefined && place.args?.has(name) !== true && property !== "region")
      matching.unmatched.push(`${place.path}.${property}`);
    const found = place.args?.get(name);
    const of = nestedOf(type, place.from, found, matching);
    const list = isList(type, found);
    const entry: TerraformName = {
      ...(name === snake(property) ? {} : { name }),
      ...(list ? { list } : {}),
      ...(of === undefined ? {} : { of }),
    };
    return [property, entry] as const;
  });
  return Object.fromEntries(entries.filter(([, entry]) => Object.keys(entry).length > 0));
}

/** A block of Terraform is a list, whatever its schema says of how many; where no schema is known, as well. */
function isList(type: string, found: TerraformArgument | undefined): boolean {
  // Where a schema nests without end, the bindings stop with one argument of any type.
  if (found === undefined || found.kind === "simple") return type.startsWith("@") && !type.endsWith("{}");
  return found.kind === "list" || found.kind === "set";
}

function nestedOf(
  type: string,
  from: TerraformType,
  found: TerraformArgument | undefined,
  matching: Matching,
): string | undefined {
  if (!type.startsWith("@")) return undefined;
  const of = type.slice(1).replace(/[[\]{}]+$/, "");
  if (matching.shapes.has(of)) return of;
  matching.shapes.set(of, {});
  const args = found?.of === undefined ? undefined : from.shapes.get(found.of);
  const place = { path: of, from, renames: {}, isResource: false, ...(args === undefined ? {} : { args }) };
  matching.shapes.set(of, matchInputs(matching.nested[of] ?? {}, place, matching));
  return of;
}

/** The plural of a list becomes Terraform's singular where that is what the type has. */
function terraformName(property: string, type: string, byName: ReadonlyMap<string, string>): string {
  const found = [property, ...singulars(property)].map((name) => byName.get(name)).find((name) => name !== undefined);
  if (found !== undefined) return found;
  return snake(
    byName.size === 0 && type.startsWith("@") && type.endsWith("[]") ? (singulars(property)[0] ?? property) : property,
  );
}

/** Singulars that a plural could come from, the likeliest first. */
function singulars(plural: string): readonly string[] {
  if (plural.endsWith("ies")) return [`${plural.slice(0, -3)}y`];
  if (plural.endsWith("ices")) return [`${plural.slice(0, -4)}ex`, plural.slice(0, -1)];
  return plural.endsWith("s") ? [plural.slice(0, -1), plural.slice(0, -2)] : [];
}

/** `kms_key_id` → `kmsKeyId`, as the bridge between the two names it. */
function pascal(name: string): string {
  return name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `kmsKeyId` → `kms_key_id`. */
export function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
