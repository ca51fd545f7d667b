import type { Place } from "../../model/provenance.ts";
import { isSame, leavesOf } from "../../model/resolve/leaves.ts";
import type { ResolvedTenant } from "../../model/resolve/resolved-tenant.ts";
import type { ChangedLeaf } from "./decided-by.ts";

/** One side's values with the line of each. */
interface Side {
  readonly values: ReadonlyMap<string, unknown>;
  readonly placeOf: (path: string) => Place;
}

/** Parts of a tenant's file that end in its configuration, and are compared there. */
const ofTheConfiguration = /^(overrides|schema_version)(\.|$)/;

/**
 * The values that differ between two resolutions of a tenant: settings, each with the line of the layer that decided
 * it, and what else its file says. A change that leaves every value as it is, a comment's, gives none.
 */
export function changedLeaves(base: ResolvedTenant, head: ResolvedTenant): readonly ChangedLeaf[] {
  return [...differences(settings(base), settings(head)), ...differences(ownFile(base), ownFile(head))];
}

const settings = ({ configuration, origins }: ResolvedTenant): Side => ({
  values: new Map(leavesOf(configuration).map(({ path, value }) => [path.join("."), value])),
  placeOf: (path) => origins[path] ?? nowhere,
});

const ownFile = ({ spec, places }: ResolvedTenant): Side => ({
  values: new Map(
    leavesOf(spec)
      .map(({ path, value }): [string, unknown] => [path.join("."), value])
      .filter(([path]) => !ofTheConfiguration.test(path)),
  ),
  placeOf: (path) => places[path] ?? places[""] ?? nowhere,
});

/** Every leaf has an origin; a place that is needed all the same is better wrong in its line than in its file. */
const nowhere: Place = { file: "model/specs/tier-spec.ts", line: 1, column: 1 };

function differences(base: Side, head: Side): readonly ChangedLeaf[] {
  const paths = new Set([...base.values.keys(), ...head.values.keys()]);
  return [...paths]
    .filter((path) => !isSame(base.values.get(path), head.values.get(path)))
    .map((path) => ({
      path,
      ...(base.values.has(path) ? { before: base.values.get(path) } : {}),
      ...(head.values.has(path) ? { after: head.values.get(path) } : {}),
      place: (head.values.has(path) ? head : base).placeOf(path),
    }));
}
