import { readTenantFile, tenantFile } from "../../tenants/tenant-files.ts";
import type { GateException } from "../gates/gate.ts";
import { writtenExceptions } from "../gates/written-exceptions.ts";
import { sharedExceptions } from "./gate-verdicts.ts";

/**
 * Exceptions of one stack as its own file has them: a tenant's, a cell's, or `fleet.yaml`. A file that is refused lifts
 * nothing.
 *
 * @param isTenant whether the fleet has a tenant of that name.
 */
export function stackExceptions(stack: string, root: string, isTenant: boolean): readonly GateException[] {
  if (!isTenant) return sharedExceptions(stack, root);
  const reading = readTenantFile(tenantFile(stack, root), root);
  return reading.kind === "refused" ? [] : writtenExceptions(reading.file.spec.exceptions);
}
