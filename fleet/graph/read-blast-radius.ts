import { cellStackName } from "../../model/stack-names.ts";
import { readTenant } from "../../tenants/read-tenant.ts";
import { SharedFiles } from "../../tenants/shared-files.ts";
import { synthFleet, synthStack } from "../synth/fleet.ts";
import type { SynthesisedStack } from "../synth/synthesised-stack.ts";
import { blastRadius, type CellBlastRadius } from "./blast-radius.ts";

/** A cell with its tenants, and those of them that could not be looked at. */
export interface ReadBlastRadius {
  readonly radius: CellBlastRadius;
  readonly cell: SynthesisedStack;
  /** Tenants whose file or program is refused: who they share what with is not known. */
  readonly failed: readonly { readonly tenant: string; readonly error: unknown }[];
}

/** Looks at every tenant of a cell of the fleet in `root`. @throws ProblemsError where the cell itself is refused. */
export async function readBlastRadius(cellId: string, root: string): Promise<ReadBlastRadius> {
  const shared = new SharedFiles(root);
  const cell = await synthStack(cellStackName(cellId), root);
  const readings = [...shared.tenantIds()].map((id) => ({ id, reading: readTenant(id, root, shared) }));
  // A refused file may be of this cell: it is synthesised, and says itself what is wrong.
  const ids = readings
    .filter(({ reading }) => reading.kind === "refused" || reading.tenant.spec.placement.cell === cellId)
    .map(({ id }) => id);
  const tenants: SynthesisedStack[] = [];
  const failed: { tenant: string; error: unknown }[] = [];
  for await (const synthesis of synthFleet(ids, root)) {
    if (synthesis.kind === "synthesised") tenants.push(synthesis.stack);
    else failed.push({ tenant: synthesis.id, error: synthesis.error });
  }
  return { radius: blastRadius(cell, tenants), cell, failed };
}
