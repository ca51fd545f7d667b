import { Command } from "commander";
import { deployingRolePolicy } from "../../fleet/access/deploying-role.ts";
import { synthFleet } from "../../fleet/synth/fleet.ts";
import { namePrefix } from "../../model/naming.ts";
import { ProblemsError } from "../../model/problems.ts";
import { cellPlatformStackName, cellStackName } from "../../model/stack-names.ts";
import { readFleet } from "../../tenants/index.ts";
import { UserError } from "../user-error.ts";
import { fleetFolder } from "./sandbox-places.ts";

const about = `Prints the IAM policy of the role that deploys a cell and its tenants: the least that is needed for what their
stacks declare now, computed without a cloud. A resource type that appears later needs the policy printed again.`;

/** `tenantry privileges`: the deploying role's policy for one cell's account. */
export function privilegesCommand(): Command {
  return new Command("privileges")
    .description(about)
    .argument("<cell>", "a cell's id, e.g. us-1")
    .action(async (cell: string) => {
      process.stdout.write(`${JSON.stringify(await policyOf(cell, fleetFolder()), null, 2)}\n`);
    });
}

async function policyOf(cellId: string, root: string) {
  const { fleet, cells, tenants, problems } = readFleet(root);
  const cell = cells.get(cellId);
  if (fleet === undefined || problems.length > 0) {
    throw new ProblemsError(problems);
  }
  if (!cell) {
    throw new UserError(`There is no cell ${cellId}. Cells: ${[...cells.keys()].join(", ")}`);
  }
  const here = [...tenants.values()].filter(({ spec }) => spec.placement.cell === cellId).map(({ spec }) => spec.id);
  const types = await declaredTypes([cellStackName(cellId), cellPlatformStackName(cellId), ...here], root);
  const { partition, account_id: accountId, region } = cell.spec;
  return deployingRolePolicy(types, { partition, accountId, region, namePrefix: namePrefix(fleet) });
}

async function declaredTypes(stacks: readonly string[], root: string): Promise<readonly string[]> {
  const types = new Set<string>();
  for await (const synthesis of synthFleet(stacks, root)) {
    if (synthesis.kind === "failed") {
      throw synthesis.error;
    }
    for (const { type } of synthesis.stack.resources) {
      types.add(type);
    }
  }
  return [...types];
}
