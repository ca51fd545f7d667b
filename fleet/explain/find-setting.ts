import { nearestPath } from "../../model/nearest.ts";
import { overridablePaths } from "../../model/resolve/known-paths.ts";
import { fullPath, shortPath } from "../../model/resolve/override.ts";
import type { ExplainedTenant } from "./explained-tenant.ts";
import { configurationSettings, ownSettings, type Setting, settingName } from "./setting.ts";

/** What a path that a person wrote stands for. */
export type FoundSetting =
  | { readonly kind: "setting"; readonly setting: Setting }
  /** A map: every setting below it. */
  | { readonly kind: "map"; readonly settings: readonly Setting[] }
  /** A setting that the schema knows and no layer sets. */
  | { readonly kind: "unset" }
  /** `meant` is the nearest known path, where one is near. */
  | { readonly kind: "unknown"; readonly meant?: string };

/**
 * Finds a tenant's setting by its dotted path: among what its own file says beside its overrides, or else in its
 * configuration, where `configuration.` may be left out.
 */
export function findSetting(explained: ExplainedTenant, written: string): FoundSetting {
  const full = fullPath(written).join(".");
  const configuration = configurationSettings(explained);
  const own = ownSettings(explained);
  const candidates = [...within(own, written), ...within(configuration, full)];
  const exact = candidates.find(({ path }) => [full, written].includes(path.join(".")));
  if (exact !== undefined) return { kind: "setting", setting: exact };
  if (candidates.length > 0) return { kind: "map", settings: candidates };
  const overridable = overridablePaths(explained.sources.tier.spec);
  if (overridable.some((path) => path === full || path.startsWith(`${full}.`))) return { kind: "unset" };
  const known = [...configuration, ...own].map(settingName);
  const meant = nearestPath(written, [...known, ...overridable.map((path) => shortPath(path.split(".")))]);
  return meant === undefined ? { kind: "unknown" } : { kind: "unknown", meant };
}

const within = (settings: readonly Setting[], path: string): readonly Setting[] =>
  settings.filter((setting) => `${setting.path.join(".")}.`.startsWith(`${path}.`));
