import { listCellFiles } from "../../cells/index.ts";
import { nameOfFile } from "../../files/named-file.ts";
import { nearest } from "../../model/nearest.ts";
import { listTenantIds } from "../../tenants/index.ts";
import { UserError } from "../user-error.ts";

/** What a fleet declares by a file each. */
export type Declared = "tenant" | "cell";

const namesOf = (kind: Declared, root: string): readonly string[] =>
  kind === "tenant" ? listTenantIds(root) : listCellFiles(root).map(nameOfFile);

/**
 * What stands under a name; a tenant where there are both.
 *
 * @throws UserError with the nearest name, where there is nothing of the wanted kinds
 */
export function kindOf(name: string, root: string, kinds: readonly Declared[]): Declared {
  const kind = kinds.find((one) => namesOf(one, root).includes(name));
  if (kind !== undefined) {
    return kind;
  }
  const known = kinds.flatMap((one) => namesOf(one, root));
  const meant = nearest(name, known);
  throw new UserError(
    [
      `There is no ${kinds.join(" or ")} "${name}" in ${root}.`,
      `Known: ${known.length > 20 ? `${known.length} of them` : known.join(", ") || "none"}.`,
      meant === undefined ? `For a new tenant type: tenantry new ${name}` : `Did you mean ${meant}?`,
    ].join(" "),
  );
}
