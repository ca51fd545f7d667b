import { synthesise } from "../../fleet/synth/synthesise.ts";
import type { SynthesisedStack } from "../../fleet/synth/synthesised-stack.ts";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import { tenantStack } from "../../stacks/tenant-stack.ts";
import { cellOutputs } from "./cell-outputs.ts";

/** What a tenant's stack declares in a cell whose outputs are `found`. */
export const synthesisedTenant = (
  plan: TenantPlan,
  found: Readonly<Record<string, unknown>> = cellOutputs,
  before: () => void = () => undefined,
): Promise<SynthesisedStack> =>
  synthesise(
    async () => {
      before();
      return { ...(await tenantStack(plan)) };
    },
    { stack: plan.tenant.id, references: () => Promise.resolve(found) },
  );
