import { randomTypes } from "../sandbox/random/package.ts";
import { awsReplacements } from "./replacements/aws.ts";
import { kubernetesReplacements } from "./replacements/kubernetes.ts";
import { postgresqlReplacements } from "./replacements/postgresql.ts";

/** Name and text of every file in `catalog/replacements/`. */
export function replacementFiles(): ReadonlyMap<string, string> {
  return new Map([
    ["aws.json", lines(awsReplacements())],
    ["kubernetes.json", lines(kubernetesReplacements())],
    ["postgresql.json", lines(postgresqlReplacements())],
    ["random.json", lines(Object.fromEntries(randomTypes.map(({ token }) => [token, { everyChange: true }])))],
  ]);
}

/** One entry a line, sorted, so that a change of one type is a change of one line. */
function lines(entries: Readonly<Record<string, unknown>>): string {
  const sorted = Object.keys(entries).sort();
  const body = sorted.map((name) => `  ${JSON.stringify(name)}: ${JSON.stringify(entries[name])}`);
  return `{\n${body.join(",\n")}\n}\n`;
}
