import type { TenantNames } from "../naming.ts";
import type { TierSpec } from "../specs/tier-spec.ts";
import type { DataKeysPlan } from "./data-keys-plan.ts";

/** Nothing where the tier has no field-level encryption, or the tenant no key of its own. */
export function planDataKeys({ configuration }: TierSpec, names: TenantNames): { readonly dataKeys?: DataKeysPlan } {
  const { field_level, key_management } = configuration.security.encryption;
  return field_level && key_management !== "cell_key"
    ? { dataKeys: { encryptionContext: { tenant: names.namespace } } }
    : {};
}
