import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const project = join(import.meta.dirname, "../..");

/** A copy of the committed fleet in a folder of its own, for a test to spoil. Call `remove` afterwards. */
export class FleetFolder {
  readonly root: string = mkdtempSync(join(tmpdir(), "tenantry-fleet-"));

  constructor() {
    for (const part of ["fleet.yaml", "cells"]) {
      cpSync(join(project, part), join(this.root, part), { recursive: true, filter: (file) => !file.endsWith(".ts") });
    }
    cpSync(join(project, "tenants"), join(this.root, "tenants"), {
      recursive: true,
      filter: (file) => !file.endsWith(".ts"),
    });
  }

  path(file: string): string {
    return join(this.root, file);
  }

  write(file: string, content: string | Uint8Array): void {
    writeFileSync(this.path(file), content);
  }

  /** Replaces text of a file; what is not there is a mistake of the test. */
  edit(file: string, from: string, to: string): void {
    const text = readFileSync(this.path(file), "utf8");
    if (!text.includes(from)) {
      throw new Error(`${file} does not hold ${from}`);
    }
    this.write(file, text.replace(from, to));
  }

  /** A copy of a committed tenant under another id and uid. */
  copyTenant(from: string, id: string, uid: string): void {
    const text = readFileSync(this.path(`tenants/${from}.yaml`), "utf8");
    this.write(`tenants/${id}.yaml`, text.replace(`id: ${from}`, `id: ${id}`).replace(/uid: \w+/, `uid: ${uid}`));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
