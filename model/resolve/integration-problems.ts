import { nearest } from "../nearest.ts";
import type { Problem } from "../problems.ts";
import { isWithin, limited, quantityOf } from "../quantity.ts";
import { isMap } from "./leaves.ts";
import type { TenantSources } from "./sources.ts";
import { cheapestTierWith, suggestTier } from "./tier-choice.ts";

/** Integrations that nobody knows, that the tier does not sell, or that are more than it sells. */
export function findIntegrationProblems(sources: TenantSources): readonly Problem[] {
  const declared = isMap(sources.document.value) ? sources.document.value["integrations"] : undefined;
  if (!isMap(declared)) {
    return [];
  }
  const products = Object.keys(declared).filter((name) => name !== "custom");
  return [
    ...products.flatMap((name) => findProductProblem(name, sources)),
    ...findCustomProblems(declared["custom"], sources),
  ];
}

function findProductProblem(name: string, { document, tier, tiers, integrations }: TenantSources): readonly Problem[] {
  const allowed = tier.spec.configuration.integrations.allowed;
  if (allowed.includes(name)) {
    return [];
  }
  const base = { ...document.placeOf(["integrations", name], "key"), path: `integrations.${name}`, found: name };
  if (!integrations.includes(name)) {
    const meant = nearest(name, integrations);
    const suggestion = meant === undefined ? "declare a webhook under integrations.custom" : `did you mean ${meant}?`;
    const message = "is not an integration of the catalog";
    return [{ ...base, code: "TENANT_INTEGRATION_UNKNOWN", message, allowed: integrations.join(", "), suggestion }];
  }
  const selling = tiers
    .filter((other) => other.configuration.integrations.allowed.includes(name))
    .toSorted((one, other) => one.price.monthly_usd - other.price.monthly_usd)[0];
  const message = `is not among the integrations that tier ${tier.spec.tier} sells`;
  return [
    {
      ...base,
      code: "TENANT_INTEGRATION_NOT_SOLD",
      message,
      allowed: allowed.join(", "),
      suggestion: suggestTier(selling),
    },
  ];
}

function findCustomProblems(custom: unknown, { document, tier, tiers }: TenantSources): readonly Problem[] {
  const count = Array.isArray(custom) ? custom.length : 0;
  const sold = tier.spec.configuration.limits.custom_integrations;
  if (isWithin(limited(count), quantityOf(sold))) {
    return [];
  }
  return [
    {
      ...document.placeOf(["integrations", "custom"]),
      code: "TENANT_INTEGRATIONS_TOO_MANY",
      path: "integrations.custom",
      message: `tier ${tier.spec.tier} sells ${sold} custom integrations`,
      found: `${count}`,
      allowed: `${sold}`,
      suggestion: suggestTier(cheapestTierWith(tiers, ["configuration", "limits", "custom_integrations"], count)),
    },
  ];
}
