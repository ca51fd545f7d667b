import { readFrameworks } from "../catalog/frameworks/index.ts";
import { allControls } from "../fleet/controls/all-controls.ts";
import { type ControlledPath, controlledPathsOf, type Framework } from "../model/framework.ts";
import { describeDemand } from "../model/resolve/floors.ts";
import { shortPath } from "../model/resolve/override.ts";

const head = `# Compliance

What each framework makes stricter, and which of the tenant's controls are evidence for it. Made from \`catalog/frameworks\`
and \`fleet/controls\` by \`npm run compliance\`.

A tenant names frameworks under \`compliance\`. Each raises settings and weakens none; of two that demand more and less of
the same setting the stricter holds, and what no configuration can hold to is
[refused](errors/TENANT_FRAMEWORKS_CONFLICT.md) with both controls. \`tenantry controls <tenant>\` judges the controls by what
is declared.

Only controls are listed that this platform has a setting for. What is an organisation's to do (contracts, training, risk
analysis) no setting does, and a framework named here is no certificate. None of the seven names days for which backups are
kept or objects are locked, so no floor raises those: the tier's 365 days hold, and an object lock is the tenant's own wish.
Standards that are sold rather than published (ISO/IEC 27001, PCI DSS, SOC 2) are linked to where they are obtained.
`;

/** What is demanded at `path`, e.g. `at least 12`. */
function demandOf({ floors, residency }: Framework, { path, control }: ControlledPath): string {
  const floor = floors.find((each) => each.path === path && each.control === control);
  return floor === undefined ? (residency?.allowed ?? []).join(" or ") : describeDemand(floor.demand);
}

function row(framework: Framework, controlled: ControlledPath): string {
  const { path, control, reason, source } = controlled;
  const evidence = allControls.filter(({ paths }) => paths.includes(path)).map(({ id }) => `\`${id}\``);
  const setting = `\`${shortPath(path.split("."))}\`: ${demandOf(framework, controlled)}`;
  return `| [${control}](${source}) | ${reason} | ${setting} | ${evidence.join(", ")} |\n`;
}

const section = (framework: Framework): string => `
## ${framework.title} (\`${framework.id}\`)

| control | says that | raises | evidence |
| --- | --- | --- | --- |
${controlledPathsOf(framework)
  .map((controlled) => row(framework, controlled))
  .join("")}`;

/** The page of every framework of the catalog, in the order of their names. */
export const compliancePage = (): string => head + readFrameworks().map(section).join("");
