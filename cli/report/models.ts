import Table from "cli-table3";
import type { AiModel } from "../../model/ai-model.ts";

/** A model of the catalog, and the tenants that may use it. */
export interface InventoryEntry {
  readonly model: AiModel;
  /** Ids of tenants, in their order. */
  readonly tenants: readonly string[];
}

const whereItRuns = (model: AiModel): string => (model.provider === "bedrock" ? model.modelId : model.endpoint);

function lifecycleOf({ lifecycle: { state, endsNoSoonerThan, successor } }: AiModel): string {
  const end = endsNoSoonerThan === undefined ? "" : `, not before ${endsNoSoonerThan}`;
  return `${state}${end}${successor === undefined ? "" : `, move to ${successor}`}`;
}

/** Words the inventory for a person. */
export function renderModels(inventory: readonly InventoryEntry[]): string {
  const table = new Table({
    head: ["model", "runs as", "lifecycle", "answers for it", "why it may be used", "tenants"],
    colWidths: [20, 30, 22, 18, 32, 26],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { model, tenants } of inventory) {
    table.push([
      `${model.alias}\n${model.title}, ${model.vendor}`,
      whereItRuns(model),
      lifecycleOf(model),
      model.owner,
      model.purpose,
      tenants.length > 5 ? `${tenants.length} tenants` : tenants.join(", ") || "none",
    ]);
  }
  return table.toString();
}

/** The document of `tenantry models --json`; its keys are a contract. */
export const modelsJson = (inventory: readonly InventoryEntry[]): string =>
  JSON.stringify({ formatVersion: 1, models: inventory.map(({ model, tenants }) => ({ ...model, tenants })) }, null, 2);
