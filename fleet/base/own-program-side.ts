import { readTenantPlan } from "../../tenants/read-plans.ts";
import { SharedFiles } from "../../tenants/shared-files.ts";
import { FleetSynthesis, type Synthesis } from "../synth/fleet.ts";
import type { FleetSide, PlanOutcome } from "./fleet-side.ts";

/** Where a side's tenants come from. */
export interface TenantSource {
  /** Folder with the side's fleet. */
  readonly root: string;
  /** Makes sure that tenants' files are in the folder. */
  write(ids: readonly string[]): Promise<void>;
  texts(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface SideDescription {
  readonly name: FleetSide["name"];
  readonly commit: string;
  readonly tenantIds: readonly string[];
  readonly cellIds: readonly string[];
  readonly source: TenantSource;
}

/** The folder may hold only some of the tenants; which there are is known from elsewhere. */
class ListedFiles extends SharedFiles {
  override readonly tenantIds: () => ReadonlySet<string>;

  constructor(root: string, ids: readonly string[]) {
    super(root);
    const known = new Set(ids);
    this.tenantIds = () => known;
  }
}

/** A side that this process' own program plans and synthesises. */
export class OwnProgramSide implements FleetSide {
  readonly name: FleetSide["name"];
  readonly commit: string;
  readonly root: string;
  readonly #description: SideDescription;
  readonly #shared: SharedFiles;
  readonly #synthesis: FleetSynthesis;

  constructor(description: SideDescription) {
    this.name = description.name;
    this.commit = description.commit;
    this.root = description.source.root;
    this.#description = description;
    this.#shared = new ListedFiles(this.root, description.tenantIds);
    this.#synthesis = new FleetSynthesis(this.#shared);
  }

  tenantIds(): readonly string[] {
    return this.#description.tenantIds;
  }

  cellIds(): readonly string[] {
    return this.#description.cellIds;
  }

  async tenantTexts(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return await this.#description.source.texts(this.#known(ids));
  }

  async plans(ids: readonly string[]): Promise<ReadonlyMap<string, PlanOutcome>> {
    const known = this.#known(ids);
    await this.#description.source.write(known);
    return new Map(known.map((id) => [id, this.#plan(id)]));
  }

  async *synthesise(stacks: readonly string[]): AsyncIterable<Synthesis> {
    await this.#description.source.write(this.#known(stacks));
    yield* this.#synthesis.of(stacks);
  }

  #known(ids: readonly string[]): readonly string[] {
    const known = this.#shared.tenantIds();
    return ids.filter((id) => known.has(id));
  }

  #plan(id: string): PlanOutcome {
    try {
      return { kind: "planned", plan: readTenantPlan(id, this.root, this.#shared).plan };
    } catch (error) {
      return { kind: "failed", error };
    }
  }
}
