import { readApplication } from "../application/index.ts";
import { listCellFiles, readCell } from "../cells/index.ts";
import { nameOfFile } from "../files/named-file.ts";
import { readTiers, type Tiers } from "../tiers/index.ts";
import { readFleetFile } from "./fleet-file.ts";
import { listTenantIds } from "./tenant-files.ts";

/**
 * The files that many tenants of a fleet stand on, each read when it is first asked for and once: reading them anew for
 * every tenant is most of the work over a large fleet. For one pass only, since it does not see a later edit.
 */
export class SharedFiles {
  readonly root: string;
  readonly fleet = once(() => readFleetFile(this.root));
  readonly application = once(() => readApplication(this.root));
  readonly tiers = once(() => readTiers(this.root));
  readonly tenantIds = once((): ReadonlySet<string> => new Set(listTenantIds(this.root)));
  readonly cellIds = once((): readonly string[] => listCellFiles(this.root).map(nameOfFile));
  readonly #cells = new Map<string, ReturnType<typeof readCell>>();
  readonly #tiers = new Map<string, Tiers>();

  /** @param root the fleet's folder. */
  constructor(root: string) {
    this.root = root;
  }

  /** Only the tier that a tenant names, `professional` or `professional@3`: all that a tenant without a fault needs. */
  tiersOf(reference: string): Tiers {
    const known = this.#tiers.get(reference) ?? readTiers(this.root, [reference, reference.split("@")[0] ?? reference]);
    this.#tiers.set(reference, known);
    return known;
  }

  /** The cell's file, read or refused. */
  cell(id: string): ReturnType<typeof readCell> {
    const known = this.#cells.get(id);
    if (known !== undefined) return known;
    const reading = readCell(id, this.root);
    this.#cells.set(id, reading);
    return reading;
  }
}

function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}
