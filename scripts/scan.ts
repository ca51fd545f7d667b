/**
 * Scans what the fleet declares: `npm run scan [<folder of a fleet>]`. Ends with 1 where something is found that
 * `policies/exceptions.yaml` does not excuse.
 */
import { listCellFiles } from "../cells/index.ts";
import { nameOfFile } from "../files/named-file.ts";
import { synthFleet } from "../fleet/synth/fleet.ts";
import type { SynthesisedStack } from "../fleet/synth/synthesised-stack.ts";
import { cellPlatformStackName, cellStackName, controlPlaneStackName } from "../model/stack-names.ts";
import { readExceptions } from "../policies/index.ts";
import { judgeFindings, judgementLines } from "../policies/judge-findings.ts";
import { listTenantIds } from "../tenants/tenant-files.ts";
import { checkovRules } from "./scanners/run-checkov.ts";
import { scanStacks } from "./scanners/scan-stacks.ts";

const [root = process.cwd()] = process.argv.slice(2);
const cells = listCellFiles(root).map(nameOfFile);
const ids = [
  controlPlaneStackName,
  ...cells.flatMap((id) => [cellStackName(id), cellPlatformStackName(id)]),
  ...listTenantIds(root),
];
const stacks: SynthesisedStack[] = [];
for await (const synthesis of synthFleet(ids, root)) {
  if (synthesis.kind === "failed") throw synthesis.error;
  stacks.push(synthesis.stack);
}
const [{ findings, passedCount, unread }, rules] = await Promise.all([scanStacks(stacks), checkovRules()]);
const today = new Date().toISOString().slice(0, 10);
const lines = judgementLines(judgeFindings(findings, readExceptions(root), { rules, today }));
const wrong = [...unread.map((file) => `${file}: Checkov could not read it`), ...lines];
for (const line of wrong) console.log(line);
console.log(`${stacks.length} stacks, ${passedCount} checks passed, ${findings.length} findings, ${wrong.length} open`);
process.exitCode = wrong.length > 0 ? 1 : 0;
