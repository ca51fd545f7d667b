import type { CellNames, TenantNames } from "../naming.ts";
import type { FleetSpec } from "../specs/fleet-spec.ts";
import type { TenantSpec } from "../specs/tenant-spec.ts";
import type { BreakGlassPlan, SupportAccessPlan } from "./operators-plan.ts";

/** Support's role in a tenant that has let it in; nothing otherwise: a role that is not there cannot be taken on. */
export function planSupportAccess(
  { support_access }: TenantSpec,
  fleet: FleetSpec,
  names: TenantNames,
): { readonly supportAccess?: SupportAccessPlan } {
  if (support_access === undefined) return {};
  const { from, until, reason } = support_access;
  const operatorAccountId = fleet.control_plane.account_id;
  return { supportAccess: { roleName: names.supportRole, operatorAccountId, from, until, reason } };
}

/** Emergency access to a cell and who is told of it; mail where `operators.break_glass` is an address. */
export function planBreakGlass(fleet: FleetSpec, names: CellNames): BreakGlassPlan {
  const { break_glass } = fleet.operators;
  return {
    roleName: names.breakGlassRole,
    operatorAccountId: fleet.control_plane.account_id,
    topic: {
      topicName: names.breakGlassTopic,
      displayName: "Emergency access was used",
      ...(/^[^@\s]+@[^@\s]+$/.test(break_glass) ? { subscriber: break_glass } : {}),
    },
    filterName: names.breakGlassRole,
    metricNamespace: names.accessMetrics,
    alarmName: names.alarm("break-glass"),
  };
}
