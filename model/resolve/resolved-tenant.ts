import type { GrantedModel } from "../ai-model.ts";
import type { DeclaredConnection } from "../integration.ts";
import type { Origin, Place } from "../provenance.ts";
import type { TenantSpec } from "../specs/tenant-spec.ts";
import type { TierSpec } from "../specs/tier-spec.ts";

/** One layer's say on a value. */
export interface ChainLink extends Origin {
  /** What the layer set; absent where an override removed the value with `null`. */
  readonly value?: unknown;
  /** Which framework and control raised the value, e.g. `hipaa 164.316(b)(2)(i)`; absent for the other layers. */
  readonly reason?: string;
}

/** A tenant's file with its tier and every layer applied. */
export interface ResolvedTenant {
  readonly spec: TenantSpec;
  /** The tier's template with variables, overrides and floors applied. */
  readonly configuration: TierSpec;
  /** AI models that the configuration grants, with what the catalog knows of each. */
  readonly models: readonly GrantedModel[];
  /** Products that the tenant connects, by name in the order of its file; custom webhooks are not among them. */
  readonly connections: readonly DeclaredConnection[];
  /** Path of each key of the tenant's file → where its value stands; `""` for the file as a whole. */
  readonly places: Readonly<Record<string, Place>>;
  /** Path of each leaf of `configuration` → the layer that decided it. */
  readonly origins: Readonly<Record<string, Origin>>;
  /** Path of each leaf → every layer's say, weakest first. */
  readonly chains: Readonly<Record<string, readonly ChainLink[]>>;
}
