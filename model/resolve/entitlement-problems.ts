import type { Problem } from "../problems.ts";
import { showValue } from "../show-value.ts";
import { placeOfFramework } from "./demanded-frameworks.ts";
import { type DemandedFloor, describeDemand, isSatisfied, leastOf } from "./floors.ts";
import { leavesOf, type Path, valueAt } from "./leaves.ts";
import { describeOffer, isAllowed } from "./negotiation.ts";
import { type Override, shortPath } from "./override.ts";
import type { TenantSources } from "./sources.ts";
import { cheapestTierWith, suggestTier } from "./tier-choice.ts";

/**
 * What a configuration holds beyond what its tier sells: by an override, or because a framework needs it. Paths of
 * overrides that were found unsound before are left out.
 */
export function findEntitlementProblems(
  raised: unknown,
  floors: readonly DemandedFloor[],
  overrides: readonly Override[],
  sources: TenantSources,
): readonly Problem[] {
  const tier = sources.tier.spec;
  const overridden = overrides
    .flatMap((override) => leavesOf(override.value, override.path).map((leaf) => ({ ...leaf, override })))
    .filter(({ path, value }) => value !== null && !isAllowed(tier, path, value))
    .map(({ path, value, override }) => overrideProblem(path, value, override, sources));
  const isOverridden = (path: string) => overrides.some((override) => override.path.join(".") === path);
  const demanded = floors
    .filter((floor) => !isOverridden(floor.path) && isRaised(floor, sources))
    .filter((floor) => !isAllowed(tier, floor.path.split("."), valueAt(raised, floor.path.split("."))))
    .map((floor) => floorProblem(floor, sources));
  return [...overridden, ...demanded];
}

const isRaised = (floor: DemandedFloor, { tier }: TenantSources) =>
  !isSatisfied(floor, valueAt(tier.spec, floor.path.split(".")));

function overrideProblem(path: Path, value: unknown, override: Override, { tier, tiers }: TenantSources): Problem {
  const others = tiers.filter((other) => other.tier !== tier.spec.tier);
  return {
    ...override.valuePlace,
    code: "TENANT_ENTITLEMENT_EXCEEDED",
    path: `overrides.${override.written}`,
    message: `${shortPath(path)} is outside what tier ${tier.spec.tier} sells: ${describeOffer(tier.spec, path)}`,
    found: showValue(value),
    allowed: describeOffer(tier.spec, path),
    suggestion: suggestTier(cheapestTierWith(others, path, value)),
  };
}

function floorProblem(floor: DemandedFloor, sources: TenantSources): Problem {
  const { tier, tiers } = sources;
  const path = floor.path.split(".");
  const satisfying = tiers.filter(
    (other) => isSatisfied(floor, valueAt(other, path)) || isAllowed(other, path, leastOf(floor.demand)),
  );
  const cheapest = satisfying.toSorted((one, other) => one.price.monthly_usd - other.price.monthly_usd)[0];
  return {
    ...placeOfFramework(sources, floor.framework),
    code: "TENANT_FRAMEWORK_NOT_SOLD",
    path: "compliance",
    message: `${floor.framework.title} ${floor.control} needs ${shortPath(path)}: ${describeDemand(floor.demand)} (${floor.reason}), which tier ${tier.spec.tier} does not sell`,
    found: showValue(valueAt(tier.spec, path)),
    allowed: describeDemand(floor.demand),
    suggestion: cheapest
      ? `choose tier ${cheapest.tier}, the cheapest that has it: tenantry change-tier ${sources.spec.id}`
      : "no tier sells what the framework needs",
  };
}
