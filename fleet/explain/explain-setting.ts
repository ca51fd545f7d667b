import { idleSettings } from "../../model/idle-settings.ts";
import type { ChainLink } from "../../model/resolve/resolved-tenant.ts";
import { apiArithmetic, apiRequestsPath } from "./api-arithmetic.ts";
import { type Condition, conditionsOf } from "./conditions.ts";
import { demandsOf, type FrameworkDemand } from "./demands.ts";
import type { ExplainedTenant } from "./explained-tenant.ts";
import type { ResourceUse } from "./resource-uses.ts";
import { Sensitivity } from "./sensitivity.ts";
import { type Setting, settingName } from "./setting.ts";

/** One layer's say; `tenant` is the tenant's file beside its overrides. */
export interface ExplainedLink extends Omit<ChainLink, "layer"> {
  readonly layer: ChainLink["layer"] | "tenant";
}

/** Why a setting of a tenant has its value, and what follows from it. */
export interface SettingExplanation {
  readonly tenant: string;
  /** As a person writes it: `limits.max_users`. */
  readonly path: string;
  readonly value: unknown;
  /** Every layer's say, weakest first; the last decides. Of what is no setting of a tier, the one line it stands in. */
  readonly chain: readonly ExplainedLink[];
  /** What the tenant's frameworks demand of it, strictest first. */
  readonly demands: readonly FrameworkDemand[];
  /** What of the tenant's stack follows the value. */
  readonly uses: readonly ResourceUse[];
  /** What of the cell's stack follows the value that the tier's file sets, for everybody in the tier. */
  readonly cellUses: readonly ResourceUse[];
  readonly cellStack: string;
  /** Other values that were planned, so that the reader sees what `uses` stands on. */
  readonly tried: readonly unknown[];
  /** Other values that were refused: by the schema, a check, the plan or the program. */
  readonly refused: readonly unknown[];
  /** Why nothing acts on it, where nothing ever does. */
  readonly idle?: string;
  /** Under what it would act, where nothing acts on it now. */
  readonly conditions: readonly Condition[];
  /** How the value becomes what a service is told, where that takes more than a copy. */
  readonly arithmetic: readonly string[];
}

/**
 * Explains one setting of a tenant.
 *
 * @throws ProblemsError where the tenant or its cell cannot be planned as it is.
 */
export async function explainSetting(explained: ExplainedTenant, setting: Setting): Promise<SettingExplanation> {
  const { tenant } = explained;
  const full = setting.path.join(".");
  const sensitivity = new Sensitivity(explained);
  const { uses, tried, refused } = await sensitivity.try(setting);
  const isOfTheTier = setting.source === "configuration";
  const idle = isOfTheTier ? idleSettings.find(({ path }) => path === full) : undefined;
  return {
    tenant: tenant.spec.id,
    path: settingName(setting),
    value: setting.value,
    chain: chainOf(explained, setting),
    demands: isOfTheTier ? demandsOf(explained, full, setting.value) : [],
    uses,
    cellUses: isOfTheTier ? await sensitivity.tryInCell(setting) : [],
    cellStack: `cell-${tenant.cell.spec.id}`,
    tried,
    refused,
    ...(idle === undefined ? {} : { idle: `${idle.because} (${idle.row})` }),
    conditions: isOfTheTier && uses.length === 0 && idle === undefined ? conditionsOf(explained, setting) : [],
    arithmetic: full === apiRequestsPath ? apiArithmetic(setting.value as number | "unlimited") : [],
  };
}

/** The layers of a setting; what the tenant's file says beside its overrides stands in one line. */
export function chainOf(
  { tenant }: ExplainedTenant,
  { source, path, value, place }: Setting,
): readonly ExplainedLink[] {
  const chain = source === "configuration" ? tenant.resolved.chains[path.join(".")] : undefined;
  return chain ?? [{ ...place, layer: "tenant", value }];
}
