import type { Comparison } from "../base/fleet-side.ts";

/** Which tenants an edit may do something to, by where their files are. */
export interface FleetScope {
  /** On both sides, and not known to be untouched in every respect. Sorted. */
  readonly kept: readonly string[];
  /** In the head alone. Sorted. */
  readonly added: readonly string[];
  /** In the base alone. Sorted. */
  readonly gone: readonly string[];
  /** Tenants in the base or the head. */
  readonly total: number;
}

/**
 * Narrows a fleet down to the tenants that are worth a look. Where shared files and program are the same bytes on both
 * sides, those are the ones whose own files git says differ, and nothing else is read.
 *
 * @param only ids of the tenants that were asked for; absent: all.
 */
export function fleetScope(comparison: Comparison, only?: readonly string[]): FleetScope {
  const { base, head, isSameProgram, areSharedFilesSame, touchedTenants } = comparison;
  const before = new Set(base.tenantIds());
  const after = new Set(head.tenantIds());
  const asked = only === undefined ? undefined : new Set(only);
  const isAsked = (id: string): boolean => asked?.has(id) ?? true;
  const isOwnFileAll = isSameProgram && areSharedFilesSame;
  const candidates = (isOwnFileAll ? touchedTenants : [...after]).filter(isAsked);
  const added = [...after].filter((id) => !before.has(id)).filter(isAsked);
  const gone = [...before].filter((id) => !after.has(id)).filter(isAsked);
  return {
    kept: candidates.filter((id) => before.has(id) && after.has(id)).toSorted(),
    added: added.toSorted(),
    gone: gone.toSorted(),
    total: new Set([...before, ...after]).size,
  };
}
