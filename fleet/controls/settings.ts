import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import type { TierSpec } from "../../model/specs/tier-spec.ts";

/** The tenant's security settings: the plan publishes them in the shape of the tier's template. */
export const securityOf = ({ settings }: TenantPlan): TierSpec["configuration"]["security"] =>
  settings.security as TierSpec["configuration"]["security"];
