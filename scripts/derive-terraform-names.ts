/**
 * Derives how the AWS resources that the embedded account knows are called in Terraform's AWS provider.
 *
 *   npm pack @cdktn/provider-aws@25.7.0 && tar xzf cdktn-provider-aws-25.7.0.tgz
 *   node scripts/derive-terraform-names.ts package
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { DerivedProperties, DerivedResource } from "../sandbox/aws/derived-types.ts";
import { type Matching, matchInputs, type TerraformShape } from "./terraform/match-names.ts";
import { terraformType } from "./terraform/match-types.ts";
import { readBindings } from "./terraform/read-bindings.ts";
import { renamedProperties } from "./terraform/renamed-properties.ts";

interface DerivedTypes {
  readonly resources: Readonly<Record<string, DerivedResource>>;
  readonly nested: Readonly<Record<string, DerivedProperties>>;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("say where the unpacked package @cdktn/provider-aws is");
const bindings = readBindings(folder);
const derived = JSON.parse(readFileSync("sandbox/aws/data/types.json", "utf8")) as DerivedTypes;
const matching: Matching = { nested: derived.nested, shapes: new Map(), unmatched: [] };
const types: Record<
  string,
  { readonly type: string; readonly inputs: TerraformShape; readonly none?: readonly string[] }
> = {};
const missing: string[] = [];

for (const [token, { inputs }] of Object.entries(derived.resources)) {
  const type = terraformType(token, (name) => bindings.has(name));
  const from = type === undefined ? undefined : bindings.get(type);
  if (from === undefined) {
    missing.push(token);
    continue;
  }
  const renames = renamedProperties[token] ?? {};
  const none = Object.keys(renames).filter((property) => renames[property] === null);
  types[token] = {
    type: from.type,
    inputs: matchInputs(inputs, { path: token, from, args: from.arguments, renames, isResource: true }, matching),
    ...(none.length === 0 ? {} : { none }),
  };
}
const problems = [
  ...missing.map((token) => `${token}: no type`),
  ...matching.unmatched.map((path) => `${path}: no argument`),
];
if (problems.length > 0) throw new Error(`without an equivalent:\n${problems.join("\n")}`);
const shapes = Object.fromEntries([...matching.shapes].sort(([one], [other]) => one.localeCompare(other)));
writeFileSync("fleet/formats/data/terraform-names.json", `${JSON.stringify({ types, shapes })}\n`);
console.log(`${Object.keys(types).length} types and ${Object.keys(shapes).length} nested shapes written`);
