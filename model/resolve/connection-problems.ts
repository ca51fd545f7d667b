import type { Connection, Integration } from "../integration.ts";
import { type Isolation, isPooled } from "../isolation.ts";
import type { Problem } from "../problems.ts";
import type { TierSpec } from "../specs/tier-spec.ts";
import type { TenantSources } from "./sources.ts";
import { suggestTier } from "./tier-choice.ts";

/** What a connection stands on, and that not every level of isolation has. */
interface Need {
  readonly reason: string;
  readonly allowed: string;
  readonly isMet: (isolation: Isolation, tier: TierSpec) => boolean;
}

function needOf(connection: Connection): Need | undefined {
  if (connection.kind === "identity_provider") {
    const saml = connection.protocol === "saml";
    return {
      reason: saml
        ? "signs users in by SAML, which takes a user pool of the tenant's own and a tier with saml_sso"
        : "signs users in at the tenant's provider, which takes a user pool of its own: all tenants of a shared pool could sign in there",
      allowed: saml ? "isolation schema or above, in a tier with saml_sso" : "isolation schema or above",
      isMet: (isolation, tier) => isolation !== "shared" && (!saml || tier.configuration.integrations.saml_sso),
    };
  }
  if (connection.kind === "outside_role") {
    return {
      reason: "is given a folder of the tenant's bucket, which takes a key of the tenant's own",
      allowed: "a tier whose key_management is tenant_key or cloudhsm",
      isMet: (_isolation, tier) => tier.configuration.security.encryption.key_management !== "cell_key",
    };
  }
  return connection.kind === "token_exchange"
    ? {
        reason: "trusts tokens of the tenant's own IAM role, and tenants of a pool share one",
        allowed: "isolation database or above",
        isMet: (isolation) => !isPooled(isolation),
      }
    : undefined;
}

/** Why a sold product cannot be connected where the tenant is; nothing where its settings do not hold anyway. */
export function connectionProblems(
  { id, settings: schema, connect }: Integration,
  settings: unknown,
  { spec, document, tier, tiers }: TenantSources,
): readonly Problem[] {
  const checked = schema.safeParse(settings);
  const need = checked.success ? needOf(connect(checked.data)) : undefined;
  if (need === undefined || need.isMet(spec.placement.isolation, tier.spec)) return [];
  const fitting = tiers
    .filter((other) => other.configuration.integrations.allowed.includes(id))
    .filter((other) => need.isMet(other.infrastructure.isolation, other))
    .toSorted((one, other) => one.price.monthly_usd - other.price.monthly_usd)[0];
  return [
    {
      ...document.placeOf(["integrations", id], "key"),
      code: "TENANT_INTEGRATION_NOT_POSSIBLE",
      path: `integrations.${id}`,
      message: need.reason,
      found: `isolation ${spec.placement.isolation} in tier ${tier.spec.tier}`,
      allowed: need.allowed,
      suggestion: suggestTier(fitting),
    },
  ];
}
