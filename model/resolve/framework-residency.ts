import type { Framework } from "../framework.ts";
import type { Problem } from "../problems.ts";
import { placeOfFramework } from "./demanded-frameworks.ts";
import type { TenantSources } from "./sources.ts";

/** Frameworks that do not let the tenant's data be where its residency says. No file is changed: data does not move. */
export const findResidencyProblems = (frameworks: readonly Framework[], sources: TenantSources): readonly Problem[] =>
  frameworks.flatMap((framework) => {
    const { residency } = framework;
    if (residency === undefined || residency.allowed.includes(sources.spec.residency)) return [];
    const named = placeOfFramework(sources, framework);
    return [
      {
        ...sources.document.placeOf(["residency"]),
        code: "TENANT_FRAMEWORK_RESIDENCY",
        path: "residency",
        message: `is not where ${framework.title} ${residency.control} lets data be (${residency.reason}; ${residency.source}); the framework is named at ${named.file}:${named.line}:${named.column}`,
        found: sources.spec.residency,
        allowed: residency.allowed.join(", "),
        suggestion: `leave out ${framework.id}, or create the tenant in a cell of an allowed residency`,
      },
    ];
  });
