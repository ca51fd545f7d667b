import { checkDocument } from "../files/check-document.ts";
import type { SourceDocument } from "../files/document.ts";
import type { IntegrationCatalog } from "../model/integration.ts";
import { nearest } from "../model/nearest.ts";
import type { Problem } from "../model/problems.ts";

/** What is wrong with the settings of a tenant's products, each held to its own schema of the catalog. */
export function findSettingsProblems(document: SourceDocument, catalog: IntegrationCatalog): readonly Problem[] {
  const declared = mapOf(mapOf(document.value)["integrations"]);
  return Object.entries(declared).flatMap(([name, value]) => {
    if (name === "custom") return [];
    const product = catalog.find(name);
    if (product === undefined || product.asCustom === true) return [unknownProduct(name, document, catalog)];
    const above = ["integrations", name];
    const settings = {
      ...document,
      value,
      placeOf: (path: readonly (string | number)[], part?: "key" | "value") =>
        document.placeOf([...above, ...path], path.length === 0 ? "key" : part),
    };
    const checking = checkDocument(settings, product.settings);
    return checking.kind === "refused"
      ? checking.problems.map((problem) => ({ ...problem, path: [...above, problem.path].filter(Boolean).join(".") }))
      : [];
  });
}

function unknownProduct(name: string, document: SourceDocument, catalog: IntegrationCatalog): Problem {
  const known = ["custom", ...catalog.names.filter((other) => catalog.find(other)?.asCustom !== true)];
  const meant = nearest(name, known);
  return {
    ...document.placeOf(["integrations", name], "key"),
    code: "KEY_UNKNOWN",
    path: `integrations.${name}`,
    message: "is not an integration of the catalog",
    found: name,
    allowed: known.join(", "),
    suggestion: meant === undefined ? "declare a webhook under integrations.custom" : `did you mean ${meant}?`,
  };
}

const mapOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
