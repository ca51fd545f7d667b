/**
 * Derives what the embedded AWS account knows of its resource types from data that is written elsewhere.
 *
 *   node scripts/derive-aws-types.ts                      from the installed npm packages
 *   node scripts/derive-aws-types.ts <botocore/data>      and, before that, the services' own models anew
 */
import { readFileSync, writeFileSync } from "node:fs";
import { collectModelFacts } from "./aws/collect-model-facts.ts";
import { deriveTypes, type ModelFactsByProperty, type TypeNames } from "./aws/derive.ts";
import { dataShare, withShare } from "./aws/share.ts";

const data = "sandbox/aws/data";
const read = (name: string): unknown => JSON.parse(readFileSync(`${data}/${name}.json`, "utf8"));
const write = (name: string, value: Readonly<Record<string, unknown>>) =>
  writeFileSync(`${data}/${name}.json`, `${JSON.stringify(value)}\n`);

const names = read("names") as Readonly<Record<string, TypeNames>>;
const [folder] = process.argv.slice(2);
if (folder) write("model-facts", collectModelFacts(folder, names));
const derived = deriveTypes(names, read("model-facts") as ModelFactsByProperty);
write("types", { ...derived });
const readme = "sandbox/aws/README.md";
writeFileSync(readme, withShare(readFileSync(readme, "utf8"), dataShare(names, derived)));
console.log(`${Object.keys(names).length} types written to ${data}/types.json`);
