import type { Retention } from "../../components/retention.ts";
import { Tenant } from "../../components/tenant.ts";
import { synthesise } from "../../fleet/synth/synthesise.ts";
import type { SynthesisedResource } from "../../fleet/synth/synthesised-stack.ts";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import { cellOutputs } from "./cell-outputs.ts";
import { named } from "./declared.ts";

/** What the root component of a tenant declares. */
export async function declaredTenant(
  plan: TenantPlan,
  retention: Retention = "kept",
): Promise<readonly SynthesisedResource[]> {
  const { resources } = await synthesise(
    () => {
      new Tenant(plan.tenant.id, { plan, cell: cellOutputs, retention });
      return {};
    },
    { stack: plan.tenant.id },
  );
  return resources;
}
/** The components right below the root. */
export const childrenOf = (resources: readonly SynthesisedResource[]) => {
  const root = named(
    resources.filter(({ type }) => type.startsWith("tenantry:")),
    resources.find(({ type }) => type === "tenantry:components:Tenant")?.name ?? "",
  );
  return resources
    .filter(({ parent }) => parent === root.urn)
    .map(({ type, name }) => `${type.split(":").at(-1)} ${name}`)
    .toSorted();
};
