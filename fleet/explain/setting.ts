import type { SourceDocument } from "../../files/document.ts";
import type { Origin, Place } from "../../model/provenance.ts";
import { isMap, leavesOf } from "../../model/resolve/leaves.ts";
import { shortPath } from "../../model/resolve/override.ts";
import type { ExplainedTenant } from "./explained-tenant.ts";

/** Which file a value belongs to: the tier with its overrides, or one of the others that a stack is made from. */
export type SettingSource = "configuration" | "tenant" | "cell" | "fleet" | "application";

/** One value that a stack may be made from. */
export interface Setting {
  readonly source: SettingSource;
  /** From its document's root; positions of a list are numbers. */
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  /** Where it stands; of the configuration, with the layer that decided it. */
  readonly place: Place & Partial<Origin>;
}

/** Parts of a tenant's file that end in its configuration, or in no resource whatever they say. */
const notItsOwn = /^(overrides|schema_version|exceptions)\b/;
/** What says what a tier is and may sell, and is no setting of a tenant. */
const aboutTheTier = /^(_metadata|tenant_id|negotiable)\b/;
const aboutTheFile = /^schema_version\b/;

/** The path as a person writes it: `limits.max_users`, `owner`, `cell us-1 region`. */
export function settingName({ source, path }: Pick<Setting, "source" | "path">): string {
  const dotted = shortPath(path.map(String));
  return source === "configuration" || source === "tenant" ? dotted : `${source}: ${dotted}`;
}

/** Every setting of the tenant's configuration, in the order of its tier's file. */
export const configurationSettings = ({ tenant: { resolved } }: ExplainedTenant): readonly Setting[] =>
  leavesOf(resolved.configuration).map(({ path, value }) => ({
    source: "configuration",
    path,
    value,
    place: resolved.origins[path.join(".")] ?? { file: "model/specs/tier-spec.ts", line: 1, column: 1 },
  }));

/** What the tenant's own file says beside its overrides. */
export const ownSettings = ({ tenant }: ExplainedTenant): readonly Setting[] =>
  settingsOf("tenant", tenant.document, notItsOwn);

/**
 * Every value that the tenant's stack may be made from: its configuration, the rest of its file, its cell's file, the
 * fleet's, and the application's (there each second level as one).
 */
export function everySetting(explained: ExplainedTenant): readonly Setting[] {
  const { tenant, fleetDocument } = explained;
  return [
    ...configurationSettings(explained).filter(({ path }) => !aboutTheTier.test(path.join("."))),
    ...ownSettings(explained),
    ...settingsOf("cell", tenant.cell.document, aboutTheFile),
    ...settingsOf("fleet", fleetDocument, aboutTheFile),
    ...settingsOf("application", tenant.application.document, aboutTheFile, 2),
  ];
}

function settingsOf(
  source: SettingSource,
  document: SourceDocument,
  without: RegExp,
  depth = Number.POSITIVE_INFINITY,
): readonly Setting[] {
  return valuesOf(document.value, [], depth)
    .filter(({ path }) => !without.test(path.join(".")))
    .map(({ path, value }) => ({ source, path, value, place: document.placeOf(path) }));
}

type Found = Pick<Setting, "path" | "value">;

/** Values down to `depth`; a list of maps is walked, a list of words is one value. */
function valuesOf(value: unknown, path: Setting["path"], depth: number): readonly Found[] {
  const inner = depth > 0 ? entriesOf(value) : [];
  return inner.length === 0
    ? [{ path, value }]
    : inner.flatMap(([key, below]) => valuesOf(below, [...path, key], depth - 1));
}

function entriesOf(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (isMap(value)) return Object.entries(value);
  return Array.isArray(value) && value.every(isMap) ? [...value.entries()] : [];
}
