import type { BedrockModel } from "../ai-model.ts";
import type { Problem } from "../problems.ts";
import { regionsOf } from "../residency.ts";
import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import type { CellSpec } from "../specs/cell-spec.ts";
import { routeOf } from "./plan-ai.ts";
import { placeOf } from "./problem-place.ts";

const pathOf = (alias: string) => `configuration.ai_configuration.model_access.${alias}`;

/** Models that a tenant was granted and cannot be given: unknown ones, and those out of its residency's reach. */
export function findAiProblems(resolved: ResolvedTenant, cell: CellSpec): readonly Problem[] {
  return resolved.models.flatMap(({ alias, model }) => {
    if (model === undefined) return [unknownModel(resolved, alias)];
    return model.provider === "bedrock" && routeOf(model, cell) === undefined
      ? [unreachableModel(resolved, model, cell)]
      : [];
  });
}

const unknownModel = (resolved: ResolvedTenant, alias: string): Problem => ({
  ...placeOf(resolved, pathOf(alias)),
  code: "AI_MODEL_UNKNOWN",
  path: pathOf(alias),
  message: "is not a model of the catalog",
  found: alias,
  suggestion: `add catalog/models/${alias}.ts, or take the model out of the tier`,
});

const unreachableModel = (resolved: ResolvedTenant, model: BedrockModel, cell: CellSpec): Problem => ({
  ...placeOf(resolved, pathOf(model.alias)),
  code: "AI_MODEL_UNREACHABLE",
  path: pathOf(model.alias),
  message: `cannot be called from ${cell.region} without a request leaving residency ${cell.residency}`,
  found: model.alias,
  allowed: `a model that answers in ${regionsOf(cell.residency).join(", ")}`,
  suggestion: `set ai_configuration.model_access.${model.alias}: false for this tenant, or place it in a cell that reaches the model`,
});
