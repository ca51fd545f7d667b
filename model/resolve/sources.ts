import type { AiModel } from "../ai-model.ts";
import type { Framework } from "../framework.ts";
import type { IntegrationCatalog } from "../integration.ts";
import type { Located } from "../located.ts";
import type { TenantSpec } from "../specs/tenant-spec.ts";
import type { TierSpec } from "../specs/tier-spec.ts";

/** A tier as its file says it: checked, and with the places of its values. */
export interface TierSource {
  readonly spec: TierSpec;
  /** The file's data, migrated to the current schema; variables are not put in yet. */
  readonly declared: Located;
}

export interface TenantSources {
  readonly spec: TenantSpec;
  /** The tenant's file, for its overrides and the places of its values. */
  readonly document: Located;
  /** The tier in the version that the tenant has. */
  readonly tier: TierSource;
  /** Every tier on offer, to name the one that sells what this one does not. */
  readonly tiers: readonly TierSpec[];
  /** Every framework of the catalog that the tenant may name. */
  readonly frameworks: readonly Framework[];
  /** Finds an AI model of the catalog by its alias; undefined where there is none. */
  readonly findModel: (alias: string) => AiModel | undefined;
  /** Products that a tenant can connect, e.g. `okta`; the tier says which of them it sells. */
  readonly integrations: IntegrationCatalog;
}
