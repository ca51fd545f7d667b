import type { Located } from "../model/located.ts";
import { nearest } from "../model/nearest.ts";
import type { Problem } from "../model/problems.ts";
import type { TierSource } from "../model/resolve/sources.ts";
import type { Tiers } from "./index.ts";

export type TierFinding =
  | { readonly kind: "found"; readonly source: TierSource }
  | { readonly kind: "unknown"; readonly problem: Problem };

/**
 * The tier that a tenant names: `professional`, or `professional@3` to stay with that version.
 *
 * @param document the tenant's file, for the place of its `tier`.
 */
export function findTier(tiers: Tiers, reference: string, document: Located): TierFinding {
  const [name = "", version] = reference.split("@");
  const current = tiers.sources.get(name);
  const isCurrent = version === undefined || version === `${current?.spec._metadata.template_version}`;
  const source = isCurrent ? current : tiers.sources.get(reference);
  return source ? { kind: "found", source } : { kind: "unknown", problem: unknownProblem(tiers, reference, document) };
}

function unknownProblem({ sources }: Tiers, reference: string, document: Located): Problem {
  const known = [...sources].map(([name, { spec }]) =>
    name.includes("@") ? name : `${name} (@${spec._metadata.template_version})`,
  );
  const meant = nearest(
    reference.split("@")[0] ?? "",
    [...sources.keys()].filter((name) => !name.includes("@")),
  );
  return {
    ...document.placeOf(["tier"]),
    code: "TENANT_TIER_UNKNOWN",
    path: "tier",
    message: "is not a tier on offer",
    found: reference,
    allowed: known.join(", "),
    suggestion: meant === undefined ? "add its file to tiers/" : `did you mean ${meant}?`,
  };
}
