import { Cell } from "../../../components/cell.ts";
import { Tenant } from "../../../components/tenant.ts";
import { synthesise } from "../../../fleet/synth/synthesise.ts";
import type { SynthesisedResource } from "../../../fleet/synth/synthesised-stack.ts";
import type { TenantPlan } from "../../../model/plan/tenant-plan.ts";
import { cellOutputs } from "../cell-outputs.ts";
import { cellPlan } from "../plans.ts";
import type { DeclaredAlarm } from "./evaluate-alarm.ts";
import type { DeclaredFilter } from "./stage.ts";

export interface DeclaredComposite {
  readonly alarmName: string;
  readonly alarmRule: string;
}

/** Everything that watches in one stack, as declared. */
export interface DeclaredStack {
  readonly resources: readonly SynthesisedResource[];
  readonly alarms: readonly DeclaredAlarm[];
  readonly composites: readonly DeclaredComposite[];
  readonly filters: readonly DeclaredFilter[];
}

/** A tenant's stack. */
export const declaredTenant = (plan: TenantPlan): Promise<DeclaredStack> =>
  declaredBy(plan.tenant.id, () => {
    new Tenant(plan.tenant.id, { plan, cell: cellOutputs, retention: "kept" });
    return {};
  });

/** A committed cell's stack. */
export const declaredCell = (id: string): Promise<DeclaredStack> =>
  declaredBy(`cell-${id}`, () => ({
    ...new Cell(`cell-${id}`, { plan: cellPlan(id), retention: "kept", administratorArns: [] }).result,
  }));

async function declaredBy(stack: string, program: () => Record<string, unknown>): Promise<DeclaredStack> {
  const { resources } = await synthesise(program, { stack });
  const inputsOf = (type: string) =>
    resources.filter((resource) => resource.type === `aws:cloudwatch/${type}`).map(({ inputs }) => inputs);
  return {
    resources,
    alarms: inputsOf("metricAlarm:MetricAlarm") as unknown as readonly DeclaredAlarm[],
    composites: inputsOf("compositeAlarm:CompositeAlarm") as unknown as readonly DeclaredComposite[],
    filters: inputsOf("logMetricFilter:LogMetricFilter") as unknown as readonly DeclaredFilter[],
  };
}
