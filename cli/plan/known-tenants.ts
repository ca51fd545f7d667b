import type { Comparison } from "../../fleet/base/fleet-side.ts";
import { nearest } from "../../model/nearest.ts";
import { UserError } from "../user-error.ts";

/**
 * The tenants that were asked for, each once.
 *
 * @throws UserError with the nearest name, where one is on neither side.
 */
export function knownTenants(asked: readonly string[], { base, head }: Comparison): readonly string[] {
  const known = new Set([...base.tenantIds(), ...head.tenantIds()]);
  const unknown = asked.find((id) => !known.has(id));
  if (unknown === undefined) return [...new Set(asked)];
  const meant = nearest(unknown, [...known]);
  const shown = known.size > 20 ? `${known.size} tenants` : [...known].toSorted().join(", ") || "none";
  throw new UserError(
    [
      `There is no tenant "${unknown}", neither in the base nor in the head.`,
      `Known: ${shown}.`,
      meant === undefined ? "Without a name, all tenants are planned: tenantry plan" : `Did you mean ${meant}?`,
    ].join(" "),
  );
}
