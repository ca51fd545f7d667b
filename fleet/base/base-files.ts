import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readBlobs } from "./blobs.ts";
import type { FleetTree, PlacedFile } from "./fleet-files.ts";
import { type CommitSource, followLink } from "./linked-files.ts";

/** Puts the fleet of a commit into a folder, as far as it is asked for. */
export class BaseFiles {
  readonly root: string;
  readonly #source: CommitSource;
  readonly #fleet: FleetTree;
  readonly #written = new Set<string>();

  /** @param root folder that the fleet is put into. */
  constructor(source: CommitSource, fleet: FleetTree, root: string) {
    this.#source = source;
    this.#fleet = fleet;
    this.root = root;
  }

  /** Puts down what many tenants stand on. */
  async writeShared(): Promise<void> {
    for (const folder of ["tenants", "cells", ...this.#fleet.applicationFolders]) {
      mkdirSync(join(this.root, folder), { recursive: true });
    }
    await this.#write(this.#fleet.shared);
  }

  /** Puts down tenants' files; ids that the commit does not have are left out. */
  async write(ids: readonly string[]): Promise<void> {
    const fresh = ids.filter((id) => !this.#written.has(id));
    await this.#write(fresh.flatMap((id) => this.#fleet.tenants.get(id) ?? []));
    for (const id of fresh) this.#written.add(id);
  }

  /** Texts of tenants' files that count, by id; nothing is put down. */
  async texts(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const files = new Map(
      ids.flatMap((id) => {
        const file = this.#fleet.tenants.get(id)?.[0];
        return file === undefined ? [] : [[id, file] as const];
      }),
    );
    const contents = await this.#contents([...files.values()]);
    return new Map([...files].map(([id, file]) => [id, contents.get(file)?.toString() ?? ""]));
  }

  async #write(files: readonly PlacedFile[]): Promise<void> {
    for (const [{ place }, content] of await this.#contents(files)) {
      const path = join(this.root, place);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }

  async #contents(files: readonly PlacedFile[]): Promise<ReadonlyMap<PlacedFile, Buffer>> {
    const real = await Promise.all(files.map(({ file }) => followLink(this.#source, file)));
    const contents = await readBlobs(this.#source.git, real);
    return new Map(files.map((file, index) => [file, contents.get(real[index]?.path ?? "") ?? Buffer.of()]));
  }
}
