import { Tenant } from "../../components/tenant.ts";
import { synthesise } from "../../fleet/synth/synthesise.ts";
import type { SynthesisedResource } from "../../fleet/synth/synthesised-stack.ts";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import { cellOutputs } from "./cell-outputs.ts";

/** What a tenant declares whose root component is called `t`. */
export async function declaredBy(plan: TenantPlan): Promise<readonly SynthesisedResource[]> {
  const program = () => {
    new Tenant("t", { plan, cell: cellOutputs, retention: "kept" });
    return {};
  };
  return (await synthesise(program, { stack: "t" })).resources;
}

/** Type and name of the resources whose names begin with `prefix`, in order. */
export const shortly = (resources: readonly SynthesisedResource[], prefix: string) =>
  resources
    .filter(({ type, name }) => type.startsWith("aws:") && name.startsWith(prefix))
    .map(({ type, name }) => `${type.split(":").at(-1)} ${name}`)
    .toSorted();
