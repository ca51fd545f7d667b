import type { TierSpec } from "../specs/tier-spec.ts";
import type { Path } from "./leaves.ts";
import { isAllowed } from "./negotiation.ts";

/** The cheapest tier in which a tenant may have `asked` at `path`; undefined where no tier sells it. */
export function cheapestTierWith(tiers: Iterable<TierSpec>, path: Path, asked: unknown): TierSpec | undefined {
  return [...tiers]
    .filter((tier) => isAllowed(tier, path, asked))
    .toSorted((one, other) => one.price.monthly_usd - other.price.monthly_usd)[0];
}

/** What to do about a value that the tenant's own tier does not sell. */
export const suggestTier = (tier: TierSpec | undefined): string =>
  tier === undefined
    ? "no tier sells this: ask for less"
    : `choose tier ${tier.tier}, the cheapest that does, or ask for less`;
