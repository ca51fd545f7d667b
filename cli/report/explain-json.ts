import type { ResourceExplanation } from "../../fleet/explain/explain-resource.ts";
import type { SettingExplanation } from "../../fleet/explain/explain-setting.ts";
import type { Overview, SettingLine } from "../../fleet/explain/overview.ts";
import { type Setting, settingName } from "../../fleet/explain/setting.ts";

/** Every document of `tenantry explain --json` is one of these; their keys are a contract. */
const document = (body: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ formatVersion: 1, ...body }, null, 2);

export const settingJson = ({ cellStack, cellUses, ...explanation }: SettingExplanation): string =>
  document({ ...explanation, cell: { stack: cellStack, uses: cellUses } });

export const settingsJson = (tenant: string, settings: readonly SettingLine[]): string =>
  document({ tenant, settings });

export const overviewJson = ({ tenant, tier, settings, differing }: Overview): string =>
  document({ tenant, tier, settings, differing });

const place = (setting: Setting): Readonly<Record<string, unknown>> => ({
  setting: settingName(setting),
  source: setting.source,
  value: setting.value,
  ...setting.place,
});

export const resourceJson = ({ tenant, resource, decisions, undecided, untried }: ResourceExplanation): string =>
  document({
    tenant,
    resource: { urn: resource.urn, type: resource.type, name: resource.name },
    decisions: decisions.map(({ setting, ...decision }) => ({ ...place(setting), ...decision })),
    undecided,
    untried: untried.map(place),
  });
