import type { Framework } from "../framework.ts";
import { nearest } from "../nearest.ts";
import type { Problem } from "../problems.ts";
import type { Place } from "../provenance.ts";
import type { TenantSources } from "./sources.ts";

/** `SOC 2`, `SOC2` and `soc2` are the same framework. */
const letters = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** The frameworks that a tenant names; an unknown one is a problem at its place. */
export function demandFrameworks({ spec, document, frameworks }: TenantSources): {
  readonly frameworks: readonly Framework[];
  readonly problems: readonly Problem[];
} {
  const named = spec.compliance ?? [];
  const found = named.map((name) => frameworks.find(({ id }) => letters(id) === letters(name)));
  const problems = named.flatMap((name, index) =>
    found[index] ? [] : [unknownProblem(name, document.placeOf(["compliance", index]), index, frameworks)],
  );
  return { frameworks: [...new Set(found.filter((framework) => framework !== undefined))], problems };
}

/** Where the tenant's file names this framework. */
export function placeOfFramework({ spec, document }: TenantSources, framework: Framework): Place {
  const index = (spec.compliance ?? []).findIndex((name) => letters(name) === letters(framework.id));
  return document.placeOf(index < 0 ? ["compliance"] : ["compliance", index]);
}

function unknownProblem(name: string, place: Place, index: number, frameworks: readonly Framework[]): Problem {
  const known = frameworks.map(({ id }) => id);
  const meant = nearest(name, known);
  return {
    ...place,
    code: "TENANT_FRAMEWORK_UNKNOWN",
    path: `compliance.${index}`,
    message: "is not a framework of the catalog",
    found: name,
    allowed: known.join(", "),
    suggestion: meant === undefined ? "add its file to catalog/frameworks/" : `did you mean ${meant}?`,
  };
}
