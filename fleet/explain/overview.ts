import { isSame, valueAt } from "../../model/resolve/leaves.ts";
import { chainOf, type ExplainedLink } from "./explain-setting.ts";
import type { ExplainedTenant } from "./explained-tenant.ts";
import { configurationSettings, type Setting, settingName } from "./setting.ts";

/** A setting in one line. */
export interface SettingLine {
  readonly path: string;
  readonly value: unknown;
  /** What the tier's file says, as the tenant's alone; absent where it says nothing. */
  readonly tierValue?: unknown;
  /** The layer that decided, and where. */
  readonly decided: ExplainedLink;
}

/** Where a tenant differs from its tier. */
export interface Overview {
  readonly tenant: string;
  readonly tier: string;
  readonly settings: number;
  readonly differing: readonly SettingLine[];
}

/** Settings in a line each, in the order of the tier's file. */
export const settingLines = (explained: ExplainedTenant, settings: readonly Setting[]): readonly SettingLine[] =>
  settings.map((setting) => lineOf(explained, setting));

/** Every setting in which a tenant differs from its tier: by its own word, or by a framework's. */
export function overviewOf(explained: ExplainedTenant): Overview {
  const settings = configurationSettings(explained);
  const differing = settings.filter(({ place }) => place.layer === "override" || place.layer === "framework");
  return {
    tenant: explained.tenant.spec.id,
    tier: explained.tenant.spec.tier,
    settings: settings.length,
    differing: settingLines(explained, differing).filter(({ value, tierValue }) => !isSame(value, tierValue)),
  };
}

function lineOf(explained: ExplainedTenant, setting: Setting): SettingLine {
  const chain = chainOf(explained, setting);
  const tierValue =
    setting.source === "configuration" ? valueAt(explained.sources.tier.spec, setting.path.map(String)) : undefined;
  return {
    path: settingName(setting),
    value: setting.value,
    ...(tierValue === undefined ? {} : { tierValue }),
    decided: chain.at(-1) ?? { ...setting.place, layer: "default" },
  };
}
