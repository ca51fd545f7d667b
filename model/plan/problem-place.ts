import type { Place } from "../provenance.ts";
import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";

const nowhere: Place = { file: "(unknown)", line: 1, column: 1 };

/** Where the setting at `path` was decided; for a path of the tenant's file itself, where it stands there. */
export function placeOf({ places, origins }: ResolvedTenant, path: string): Place {
  const { file, line, column, endColumn } = places[path] ?? origins[path] ?? places[""] ?? nowhere;
  return { file, line, column, ...(endColumn === undefined ? {} : { endColumn }) };
}
