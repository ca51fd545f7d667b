import type { Integration } from "../integration.ts";
import { nearest } from "../nearest.ts";
import type { Problem } from "../problems.ts";
import { isWithin, limited, quantityOf } from "../quantity.ts";
import { connectionProblems } from "./connection-problems.ts";
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
    ...products.flatMap((name) => findProductProblem(name, declared[name], sources)),
    ...findCustomProblems(declared["custom"], sources),
  ];
}

function findProductProblem(name: string, settings: unknown, sources: TenantSources): readonly Problem[] {
  const { document, integrations } = sources;
  const known = integrations.names.filter((other) => integrations.find(other)?.asCustom !== true);
  const product = integrations.find(name);
  const base = { ...document.placeOf(["integrations", name], "key"), path: `integrations.${name}`, found: name };
  if (product === undefined || product.asCustom === true) {
    const meant = product === undefined ? nearest(name, known) : undefined;
    const suggestion = meant === undefined ? "declare a webhook under integrations.custom" : `did you mean ${meant}?`;
    const message = "is not an integration of the catalog";
    return [{ ...base, code: "TENANT_INTEGRATION_UNKNOWN", message, allowed: known.join(", "), suggestion }];
  }
  return isSold(product, sources.tier.spec.configuration.integrations)
    ? connectionProblems(product, settings, sources)
    : [{ ...base, ...notSold(product, sources) }];
}

type Offered = TenantSources["tier"]["spec"]["configuration"]["integrations"];

const isSold = ({ id, soldBy }: Integration, offered: Offered): boolean =>
  soldBy === undefined ? offered.allowed.includes(id) : offered[soldBy];

function notSold(product: Integration, { tier, tiers }: TenantSources) {
  const selling = tiers
    .filter((other) => isSold(product, other.configuration.integrations))
    .toSorted((one, other) => one.price.monthly_usd - other.price.monthly_usd)[0];
  return {
    code: "TENANT_INTEGRATION_NOT_SOLD",
    message: `is not among the integrations that tier ${tier.spec.tier} sells`,
    allowed: tier.spec.configuration.integrations.allowed.join(", "),
    suggestion: suggestTier(selling),
  };
}

/** Custom integrations are webhooks: both what the tier sells of the one and of the other bounds them. */
function findCustomProblems(custom: unknown, { document, tier, tiers }: TenantSources): readonly Problem[] {
  const count = Array.isArray(custom) ? custom.length : 0;
  const limits = ["custom_integrations", "webhook_endpoints"] as const;
  const broken = limits.find((name) => !isWithin(limited(count), quantityOf(tier.spec.configuration.limits[name])));
  if (broken === undefined) {
    return [];
  }
  const sold = tier.spec.configuration.limits[broken];
  return [
    {
      ...document.placeOf(["integrations", "custom"]),
      code: "TENANT_INTEGRATIONS_TOO_MANY",
      path: "integrations.custom",
      message: `tier ${tier.spec.tier} sells ${sold} ${broken.replace("_", " ")}`,
      found: `${count}`,
      allowed: `${sold}`,
      suggestion: suggestTier(cheapestTierWith(tiers, ["configuration", "limits", broken], count)),
    },
  ];
}
