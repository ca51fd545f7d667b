/**
 * Scans the workflows and actions in `.github`: `npm run scan:workflows [<folder of a checkout>]`. Ends with 1 where
 * zizmor, actionlint or shellcheck finds something.
 */
import { scanWorkflows } from "./scanners/run-workflow-scanners.ts";

const [root = process.cwd()] = process.argv.slice(2);
const scan = await scanWorkflows(root);
for (const [scanner, found] of Object.entries(scan)) {
  for (const line of found) console.log(line);
  console.log(`${scanner}: ${found.length === 0 ? "nothing found" : `${found.length} lines`}`);
}
process.exitCode = Object.values(scan).some((found) => found.length > 0) ? 1 : 0;
