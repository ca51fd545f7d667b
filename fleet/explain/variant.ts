import type { z } from "zod";
import { findModel } from "../../catalog/models/index.ts";
import { checkCellDocument } from "../../cells/index.ts";
import { grantedModels } from "../../model/ai-model.ts";
import { planTenant } from "../../model/plan/plan-tenant.ts";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import { ApplicationSpec } from "../../model/specs/application-spec.ts";
import { CellSpec } from "../../model/specs/cell-spec.ts";
import { FleetSpec } from "../../model/specs/fleet-spec.ts";
import { TenantSpec } from "../../model/specs/tenant-spec.ts";
import { TierSpec } from "../../model/specs/tier-spec.ts";
import { resolveFile } from "../../tenants/resolve-file.ts";
import type { Tenant } from "../../tenants/tenant.ts";
import { checkTenantDocument } from "../../tenants/tenant-files.ts";
import type { ExplainedTenant } from "./explained-tenant.ts";
import type { Setting, SettingSource } from "./setting.ts";

/** All that a tenant's plan is made from. */
export type Planned = Pick<Tenant, "resolved" | "cell" | "fleet" | "application">;

/** The schema of each kind of file. */
export const schemas: Readonly<Record<SettingSource, z.ZodType>> = {
  configuration: TierSpec,
  tenant: TenantSpec,
  cell: CellSpec,
  fleet: FleetSpec,
  application: ApplicationSpec,
};

/** A tenant's plan. @throws ProblemsError where it cannot be planned. */
export const planOf = ({ resolved, cell, fleet, application }: Planned): TenantPlan =>
  planTenant(resolved, cell.spec, fleet, application.spec);

/**
 * The plan of the same tenant with another value of one setting; undefined where a schema, a check or the plan refuses
 * it. A setting's floors and what the tier sells are not looked at: what depends on it does so whoever may set it.
 */
export function variantPlan(explained: ExplainedTenant, setting: Setting, value: unknown): TenantPlan | undefined {
  const planned = plannedWith(explained, setting, value);
  return planned && refusedAsNothing(() => planOf(planned));
}

/** What the plan is made from with another value; undefined where a schema or a check refuses it. */
export const plannedWith = (explained: ExplainedTenant, setting: Setting, value: unknown): Planned | undefined =>
  changed[setting.source](explained, setting, value);

type Change = (explained: ExplainedTenant, setting: Setting, value: unknown) => Planned | undefined;

const changed: Readonly<Record<SettingSource, Change>> = {
  configuration: ({ tenant }, { path }, value) => withConfiguration(tenant, path, value),
  tenant: (explained, { path }, value) => {
    const { tenant, tiers, sources } = explained;
    const { document } = tenant;
    const file = checkTenantDocument({ ...document, value: withValue(document.value, path, value) });
    if (file.kind === "refused") return undefined;
    const reading = resolveFile(file.file, tenant.cell, { ...tenant, tiers, frameworks: sources.frameworks });
    return reading.kind === "refused" ? undefined : reading.tenant;
  },
  cell: ({ tenant }, { path }, value) => {
    const { document } = tenant.cell;
    const reading = checkCellDocument({ ...document, value: withValue(document.value, path, value) });
    return reading.kind === "refused" ? undefined : { ...tenant, cell: reading.cell };
  },
  fleet: ({ tenant, fleetDocument }, { path }, value) => {
    const parsed = FleetSpec.safeParse(withValue(fleetDocument.value, path, value));
    return parsed.success ? { ...tenant, fleet: parsed.data } : undefined;
  },
  application: ({ tenant }, { path }, value) => {
    const { application } = tenant;
    const parsed = ApplicationSpec.safeParse(withValue(application.document.value, path, value));
    return parsed.success ? { ...tenant, application: { ...application, spec: parsed.data } } : undefined;
  },
};

/** A tenant with another value in its configuration, and the models granted by it; undefined where its schema refuses. */
export function withConfiguration(tenant: Tenant, path: Setting["path"], value: unknown): Tenant | undefined {
  const parsed = TierSpec.safeParse(withValue(tenant.resolved.configuration, path, value));
  if (!parsed.success) return undefined;
  const { model_access } = parsed.data.configuration.ai_configuration;
  const models = grantedModels(model_access, (alias) => findModel(alias));
  return { ...tenant, resolved: { ...tenant.resolved, configuration: parsed.data, models } };
}

/** A copy of `tree` with another value at `path`; only what stands above it is copied. */
export function withValue(tree: unknown, path: Setting["path"], value: unknown): unknown {
  const [key, ...below] = path;
  if (key === undefined) return value;
  if (Array.isArray(tree)) return tree.map((inner, index) => (index === key ? withValue(inner, below, value) : inner));
  const map = tree as Readonly<Record<string, unknown>>;
  return { ...map, [key]: withValue(map[key], below, value) };
}

/**
 * What `plan` answers; undefined where it throws. For other values only: what was planned as it is before cannot fail
 * but by the other value, whoever's check it is that finds it impossible.
 */
export function refusedAsNothing<T>(plan: () => T): T | undefined {
  try {
    return plan();
  } catch {
    return undefined;
  }
}
