import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unpackSecrets } from "../../../fleet/base/packed-secrets.ts";
import { ProgramProcess } from "../../../fleet/base/program-process.ts";
import { synthStack } from "../../../fleet/synth/fleet.ts";
import { SecretValue, type SynthesisedStack } from "../../../fleet/synth/index.ts";
import type { TestEngine } from "../engine.ts";
import type { Edit, EditedStack } from "./edit.ts";
import type { EnginePlace } from "./engine-steps.ts";

const repository = join(import.meta.dirname, "../../..");
const fleetParts = ["fleet.yaml", "tenants", "cells", "tiers", "application"];
const programParts = [
  ...["model", "files", "tiers", "cells", "catalog", "application", "tenants", "components", "stacks", "fleet"],
  ...["package.json", "package-lock.json"],
];

/** A copy of the fleet, and of the program where that is edited too, around one stack. */
export class EditedFleet {
  readonly stack: string;
  readonly place: EnginePlace;
  readonly #fleet: string;
  readonly #program: string | undefined;

  constructor(edited: EditedStack, engine: TestEngine, folder: string) {
    this.stack = edited.stack;
    this.#fleet = join(folder, "fleet");
    copyParts(fleetParts, this.#fleet);
    if (edited.copyOf !== undefined) this.#addTenant(edited.copyOf, edited.uid ?? "");
    const isOfTheProgram = edited.edits.some(({ kind }) => kind === "code");
    this.#program = isOfTheProgram ? copyOfProgram(join(folder, "program")) : undefined;
    this.place = {
      projectFolder: this.#program ?? engine.projectFolder,
      environment: { ...engine.environment, TENANTRY_FLEET_DIR: this.#fleet },
    };
  }

  /** Makes an edit, and gives what takes it back. @throws where a text to change is not there. */
  make({ changes }: Edit): () => void {
    const undo = changes.map(({ file, from, to }) => {
      const path = join(this.#program ?? this.#fleet, file);
      const text = readFileSync(path, "utf8");
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      writeFileSync(
        path,
        text.replace(from, () => to),
      );
      return () => writeFileSync(path, text);
    });
    return () => {
      for (const each of undo.reverse()) each();
    };
  }

  /** What the program declares now; of an edited program, by a process that loads it as it is now. */
  async synthesised(): Promise<SynthesisedStack> {
    if (this.#program === undefined) return await synthStack(this.stack, this.#fleet);
    const program = new ProgramProcess(this.#program, this.#fleet);
    try {
      for await (const outcome of program.synthesise([this.stack])) {
        if (outcome.kind === "failed") throw new Error(JSON.stringify(outcome.error));
        return unpackSecrets(outcome.value, (secret) => new SecretValue(secret)) as SynthesisedStack;
      }
    } finally {
      program.end();
    }
    throw new Error(`the program declared no stack ${this.stack}`);
  }

  #addTenant(copyOf: string, uid: string): void {
    const text = readFileSync(join(this.#fleet, "tenants", `${copyOf}.yaml`), "utf8");
    writeFileSync(
      join(this.#fleet, "tenants", `${this.stack}.yaml`),
      text.replace(`id: ${copyOf}`, `id: ${this.stack}`).replace(/uid: \w+/, `uid: ${uid}`),
    );
  }
}

function copyParts(parts: readonly string[], folder: string): void {
  for (const part of parts) cpSync(join(repository, part), join(folder, part), { recursive: true });
}

/** The sources alone, with the checkout's packages, as a project of the engine. */
function copyOfProgram(folder: string): string {
  copyParts(programParts, folder);
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  writeFileSync(
    join(folder, "Pulumi.yaml"),
    "name: tenantry\nmain: stacks/main.mjs\nstackConfigDir: configuration\nruntime: { name: nodejs, options: { typescript: false } }\n",
  );
  return folder;
}
