import { type Isolation, isolations } from "../../model/isolation.ts";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import { ProblemsError } from "../../model/problems.ts";
import type { ExplainedTenant } from "./explained-tenant.ts";
import { choicesAt, otherValues } from "./other-values.ts";
import { configurationSettings, type Setting, settingName } from "./setting.ts";
import { planOf, schemas, variantPlan, withConfiguration } from "./variant.ts";

/** Under what a setting that nothing acts on now would have an effect. */
export interface Condition {
  /** `infrastructure.storage.cdn_enabled`, or `isolation`. */
  readonly setting: string;
  readonly value: unknown;
}

/** Most conditions that are worth a line. */
const mostConditions = 4;

/**
 * What would make a setting act that has no effect on the tenant as it is: another switch of its configuration, or
 * another level of isolation. Found by planning with both changed; empty where no single condition does.
 */
export function conditionsOf(explained: ExplainedTenant, setting: Setting): readonly Condition[] {
  const levels = isolations
    .filter((level) => level !== explained.tenant.spec.placement.isolation)
    .filter((level) => actsUnder(atIsolation(explained, level), setting))
    .map((level): Condition => ({ setting: "isolation", value: level }));
  const switches = configurationSettings(explained)
    .filter((other) => other.path.join(".") !== setting.path.join("."))
    .flatMap((other) => switchOf(explained, other, setting));
  return [...switches, ...levels].slice(0, mostConditions);
}

function switchOf(explained: ExplainedTenant, other: Setting, setting: Setting): readonly Condition[] {
  const found = conditionsToTry(other, setting).find((value) => {
    const tenant = withConfiguration(explained.tenant, other.path, value);
    return tenant !== undefined && actsUnder({ ...explained, tenant }, setting);
  });
  return found === undefined ? [] : [{ setting: settingName(other), value: found }];
}

/** Switches and words; of two numbers the greater may count, so one is tried at the other's value. */
function conditionsToTry(other: Setting, { value }: Setting): readonly unknown[] {
  if (typeof other.value === "number") return typeof value === "number" && value !== other.value ? [value] : [];
  return Array.isArray(other.value) ? [] : valuesOf(other);
}

/** Whether another value of the setting changes the plan of this tenant. */
function actsUnder(explained: ExplainedTenant, setting: Setting): boolean {
  const before = planned(explained);
  return (
    before !== undefined &&
    valuesOf(setting).some((value) => {
      const plan = variantPlan(explained, setting, value);
      return plan !== undefined && planText(plan) !== before;
    })
  );
}

function planned(explained: ExplainedTenant): string | undefined {
  try {
    return planText(planOf(explained.tenant));
  } catch (error) {
    if (error instanceof ProblemsError) return undefined;
    throw error;
  }
}

const planText = ({ origins: _, ...plan }: TenantPlan): string => JSON.stringify(plan);

const valuesOf = ({ source, path, value }: Setting): readonly unknown[] =>
  otherValues(value, choicesAt(schemas[source], path)).slice(0, 4);

/** The same tenant with its data at another level, and a tier that isolates so. */
function atIsolation({ tenant, ...rest }: ExplainedTenant, isolation: Isolation): ExplainedTenant {
  const spec = { ...tenant.spec, placement: { ...tenant.spec.placement, isolation } };
  const moved = withConfiguration({ ...tenant, spec }, ["infrastructure", "isolation"], isolation) ?? tenant;
  return { ...rest, tenant: { ...moved, spec, resolved: { ...moved.resolved, spec } } };
}
