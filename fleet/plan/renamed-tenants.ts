import type { Comparison } from "../base/fleet-side.ts";
import type { RenamedTenant } from "./fleet-plan.ts";
import type { FleetScope } from "./fleet-scope.ts";

const uidLine = /^uid: *["']?([a-z][a-z0-9]{7})\b/m;

/** Tenants whose file is gone while a new one has their uid: only files that come and go are read. */
export async function renamedTenants(
  { base, head }: Pick<Comparison, "base" | "head">,
  { added, gone }: Pick<FleetScope, "added" | "gone">,
): Promise<readonly RenamedTenant[]> {
  if (added.length === 0 || gone.length === 0) return [];
  const [before, after] = await Promise.all([base.tenantTexts(gone), head.tenantTexts(added)]);
  const idOf = new Map([...before].map(([id, text]) => [uidLine.exec(text)?.[1], id]));
  return [...after].flatMap(([to, text]) => {
    const uid = uidLine.exec(text)?.[1];
    const from = uid === undefined ? undefined : idOf.get(uid);
    return from === undefined ? [] : [{ from, to }];
  });
}
