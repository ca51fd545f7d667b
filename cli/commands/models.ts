import { Command } from "commander";
import { findModel, modelAliases } from "../../catalog/models/index.ts";
import { ProblemsError } from "../../model/problems.ts";
import { readFleet } from "../../tenants/index.ts";
import { type InventoryEntry, modelsJson, renderModels } from "../report/models.ts";
import { fleetFolder } from "./sandbox-places.ts";

const about = `The inventory of AI models: which there are, where their cards stand, why each may be used, who answers for it, how
long it is offered, and which tenants of the fleet may call it.`;

/** `tenantry models`: the inventory of AI models. */
export function modelsCommand(): Command {
  return new Command("models")
    .description(about)
    .option("--json", "for programs")
    .action(({ json }: { readonly json?: true }) => {
      const inventory = inventoryOf(fleetFolder());
      process.stdout.write(`${json ? modelsJson(inventory) : renderModels(inventory)}\n`);
    });
}

function inventoryOf(root: string): readonly InventoryEntry[] {
  const { tenants, problems } = readFleet(root);
  if (problems.length > 0) throw new ProblemsError(problems);
  return modelAliases().flatMap((alias) => {
    const model = findModel(alias);
    const users = [...tenants.values()].filter(({ resolved }) => resolved.models.some((one) => one.alias === alias));
    return model === undefined ? [] : [{ model, tenants: users.map(({ spec }) => spec.id) }];
  });
}
