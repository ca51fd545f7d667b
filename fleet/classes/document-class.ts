import { hash } from "node:crypto";
import type { Comparison } from "../base/fleet-side.ts";
import { cellClasses } from "./cell-classes.ts";
import { readTenantText, type TenantText, withoutFreeForms } from "./tenant-text.ts";

/** One of a class' tenants, and its cell where that is known. */
export interface ClassMember {
  readonly id: string;
  readonly cell: string | undefined;
}

/** Tenants whose files say the same but for who they are, before as well as after, in cells alike. */
export interface DocumentClass {
  readonly inBase: boolean;
  readonly inHead: boolean;
  /** In the order of their ids; at least one. */
  readonly members: readonly ClassMember[];
  /** What the file says in the head (in the base where it is gone), without identity: what tells classes apart. */
  readonly text: string;
}

/** Tenants on the sides on which they are. */
export interface SortedTenants {
  readonly kept: readonly string[];
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

/** Files that are read at once: their texts are let go before the next ones are read. */
const batchSize = 1000;

/** Sorts tenants into classes by the text of their files; nothing is parsed. */
export async function documentClasses(
  comparison: Comparison,
  { kept, added, gone }: SortedTenants,
): Promise<readonly DocumentClass[]> {
  const sorter = new DocumentSorter(comparison);
  await sorter.sort(kept, { inBase: true, inHead: true });
  await sorter.sort(added, { inBase: false, inHead: true });
  await sorter.sort(gone, { inBase: true, inHead: false });
  return sorter.classes();
}

type Sides = Pick<DocumentClass, "inBase" | "inHead">;
interface OpenClass extends DocumentClass {
  readonly members: ClassMember[];
}

class DocumentSorter {
  readonly #comparison: Comparison;
  readonly #touched: ReadonlySet<string>;
  readonly #cells: ReadonlyMap<string, string>;
  readonly #classes = new Map<string, OpenClass>();

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
    this.#touched = new Set(comparison.touchedTenants);
    this.#cells = cellClasses(comparison);
  }

  classes(): readonly DocumentClass[] {
    return [...this.#classes.values()];
  }

  async sort(ids: readonly string[], sides: Sides): Promise<void> {
    for (let start = 0; start < ids.length; start += batchSize) {
      await this.#sortBatch(ids.slice(start, start + batchSize), sides);
    }
  }

  async #sortBatch(ids: readonly string[], sides: Sides): Promise<void> {
    const { base, head } = this.#comparison;
    const edited = ids.filter((id) => !sides.inHead || (sides.inBase && this.#touched.has(id)));
    const [before, after] = await Promise.all([
      base.tenantTexts(edited),
      sides.inHead ? head.tenantTexts(ids) : new Map<string, string>(),
    ]);
    for (const id of ids) this.#put(id, sides, before.get(id), after.get(id));
  }

  #put(id: string, sides: Sides, before: string | undefined, after: string | undefined): void {
    const [one, other] = [this.#read(id, before), this.#read(id, after)];
    const isRead = (before === undefined) === (one === undefined) && (after === undefined) === (other === undefined);
    const shown = other ?? one;
    if (!isRead || shown === undefined || !isSameTenant(one, other)) {
      this.#classes.set(`alone ${id}`, { ...sides, members: [{ id, cell: shown?.cell }], text: `alone ${id}` });
      return;
    }
    // A file that nobody edited is as right or wrong after the edit as it was before, whatever names it holds.
    const text = before === undefined && sides.inBase ? this.#masked(shown) : shown.rest;
    const key = `${sides.inBase}${sides.inHead}${hash("sha256", `${one?.rest ?? ""}\u0001${text}`)}`;
    const known = this.#classes.get(key);
    const member = { id, cell: shown.cell };
    if (known === undefined) this.#classes.set(key, { ...sides, members: [member], text });
    else known.members.push(member);
  }

  #read(id: string, text: string | undefined): TenantText | undefined {
    if (text === undefined) return undefined;
    const read = readTenantText(text, (cell) => this.#cells.get(cell) ?? `no cell ${cell}`);
    return read?.identity.id === id ? read : undefined;
  }

  /** Another program may judge the names in a file otherwise. */
  #masked({ rest }: TenantText): string {
    return this.#comparison.isSameProgram ? withoutFreeForms(rest) : rest;
  }
}

/** Whether an edited file is still of the same tenant, as far as its identity goes. */
function isSameTenant(before: TenantText | undefined, after: TenantText | undefined): boolean {
  if (before === undefined || after === undefined) return true;
  const [one, other] = [before.identity, after.identity];
  return (
    one.id === other.id &&
    one.uid === other.uid &&
    one.name === other.name &&
    one.owner === other.owner &&
    one.created === other.created &&
    before.cell === after.cell
  );
}
