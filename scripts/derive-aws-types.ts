/**
 * Derives what the embedded AWS account knows of its resource types from data that is written elsewhere.
 *
 *   node scripts/derive-aws-types.ts                      from the installed npm packages
 *   node scripts/derive-aws-types.ts <botocore/data>      and, before that, the services' own models anew
 */
import { readFileSync, writeFileSync } from "node:fs";
import { collectModelFacts } from "./aws/collect-model-facts.ts";
import { deriveTypes, type ModelFactsByProperty, type TypeNames } from "./aws/derive.ts";

const data = "sandbox/aws/data";
const read = (name: string): unknown => JSON.parse(readFileSync(`${data}/${name}.json`, "utf8"));
const write = (name: string, value: Readonly<Record<string, unknown>>) =>
  writeFileSync(`${data}/${name}.json`, `${JSON.stringify(value)}\n`);

const names = read("names") as Readonly<Record<string, TypeNames>>;
const [folder] = process.argv.slice(2);
if (folder) write("model-facts", collectModelFacts(folder, names));
write("types", { ...deriveTypes(names, read("model-facts") as ModelFactsByProperty) });
console.log(`${Object.keys(names).length} types written to ${data}/types.json`);
