import type { Place } from "../../model/provenance.ts";

/** A property of a resource, as far as a line of a file can decide it. */
export interface ResourceProperty {
  readonly urn: string;
  /** As the engine writes it: `tags.owner`, `ingress[0].fromPort`; empty for a resource that comes or goes as a whole. */
  readonly path: string;
}

/** A value of a tenant's files that differs between two sides of a comparison. */
export interface ChangedLeaf {
  /** Dotted path in the tier's template, or in the tenant's file for what is no setting. */
  readonly path: string;
  /** Absent where the base has no such value. */
  readonly before?: unknown;
  /** Absent where the head has none. */
  readonly after?: unknown;
  /** The head's line; the base's where the value is gone. */
  readonly place: Place;
  /** What changes when this value alone is as it was in the base. Absent where nobody tried: then it may reach anything. */
  readonly reaches?: readonly ResourceProperty[];
}

/** `tiers/professional.yaml:16:21`. */
export const showPlace = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;

/**
 * The line that decided a changed property, `file:line:column`: where one line is left that can have done it.
 *
 * Undefined where several may have, or none: no line is better than a wrong one. A single leaf that nobody tried is
 * held to have decided everything, so leaves belong here only where both sides run the same program and the same cell.
 */
export function decidedBy(property: ResourceProperty, leaves: readonly ChangedLeaf[]): string | undefined {
  const candidates = leaves.filter((leaf) => leaf.reaches?.some((reached) => touches(reached, property)) ?? true);
  const places = new Set(candidates.map(({ place }) => showPlace(place)));
  const [only] = places;
  return places.size === 1 ? only : undefined;
}

/** A change of `tags` touches `tags.owner`, and the other way round; a resource that comes or goes touches all of it. */
function touches(reached: ResourceProperty, property: ResourceProperty): boolean {
  return (
    reached.urn === property.urn && (isWithin(reached.path, property.path) || isWithin(property.path, reached.path))
  );
}

/** Whether a property is another one or stands inside it; the empty path is the resource as a whole. */
export const isWithin = (path: string, ancestor: string): boolean =>
  ancestor === "" || path === ancestor || path.startsWith(`${ancestor}.`) || path.startsWith(`${ancestor}[`);
