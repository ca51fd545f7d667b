import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import { runPulumi } from "../../automation/engine/run-pulumi.ts";
import { runStackOperation } from "../../automation/engine/run-stack-operation.ts";
import type { ResourceStep, StackOperationKind } from "../../automation/engine/stack-operation.ts";
import { type DoneOperation, finished } from "../../automation/operations/operation-failed-error.ts";
import { engineEnvironment, resetSandbox, type Sandbox, startSandbox } from "../../sandbox/index.ts";
import { makeBundle } from "../../scripts/make-bundle.ts";
import type { ExportedResource } from "./engine-record.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const repository = join(import.meta.dirname, "../..");

/** A finished operation, and what it did to which resource. */
export interface EngineRun extends DoneOperation {
  readonly steps: readonly ResourceStep[];
}

/**
 * The real engine on the embedded cloud, in a temporary folder: the project's program on a fleet folder of its own, a
 * copy of the committed one that tests may change.
 */
export class TestEngine {
  readonly sandbox: Sandbox;
  /** Holds `Pulumi.yaml` and the stacks' configuration. */
  readonly projectFolder: string;
  readonly fleetFolder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly #limit = pLimit(availableParallelism());
  readonly #ups = new Map<string, Promise<EngineRun>>();
  readonly #remove: () => void;

  private constructor(
    parts: Pick<TestEngine, "sandbox" | "projectFolder" | "fleetFolder" | "environment">,
    remove: () => void,
  ) {
    this.sandbox = parts.sandbox;
    this.projectFolder = parts.projectFolder;
    this.fleetFolder = parts.fleetFolder;
    this.environment = parts.environment;
    this.#remove = remove;
  }

  /** Starts a sandbox and lays out a project around the checkout's own program. */
  static async start(): Promise<TestEngine> {
    const { path, remove } = temporaryFolder();
    const projectFolder = join(path, "project");
    const fleetFolder = join(path, "fleet");
    layOutProject(projectFolder);
    for (const part of ["fleet.yaml", "tenants", "cells", "tiers", "application"]) {
      if (existsSync(join(repository, part)))
        cpSync(join(repository, part), join(fleetFolder, part), { recursive: true });
    }
    await makeBundle();
    const sandbox = await startSandbox({ folder: join(path, "sandbox") });
    const environment = {
      ...(process.env as Record<string, string>),
      ...(await engineEnvironment(sandbox)),
      TENANTRY_FLEET_DIR: fleetFolder,
    };
    return new TestEngine({ sandbox, projectFolder, fleetFolder, environment }, remove);
  }

  /** Ends every process and deletes everything. */
  async stop(): Promise<void> {
    await resetSandbox(this.sandbox.folder);
    this.#remove();
  }

  /** Runs one operation. @throws OperationFailedError with the engine's words. */
  async run(stack: string, operation: StackOperationKind): Promise<EngineRun> {
    const steps: ResourceStep[] = [];
    const { projectFolder, environment } = this;
    const onStep = (step: ResourceStep): void => void steps.push(step);
    const result = await runStackOperation({ stack, operation, projectFolder, environment, onStep });
    return { ...finished(stack, operation, result), steps };
  }

  up(stack: string): Promise<EngineRun> {
    return this.run(stack, "up");
  }

  preview(stack: string): Promise<EngineRun> {
    return this.run(stack, "preview");
  }

  refresh(stack: string): Promise<EngineRun> {
    return this.run(stack, "refresh");
  }

  destroy(stack: string): Promise<EngineRun> {
    return this.run(stack, "destroy");
  }

  /** Brings a stack up once, after those that it needs, however many tests ask for it. */
  provisioned(stack: string, needs: readonly string[]): Promise<EngineRun> {
    const known = this.#ups.get(stack);
    if (known !== undefined) return known;
    const run = this.#provision(stack, needs);
    this.#ups.set(stack, run);
    return run;
  }

  async #provision(stack: string, needs: readonly string[]): Promise<EngineRun> {
    for (const needed of needs) await this.#ups.get(needed);
    return await this.#limit(() => this.up(stack));
  }

  /** What the engine has on record; secrets in plain text, so never print it. */
  async exported(stack: string): Promise<readonly ExportedResource[]> {
    const { projectFolder, environment } = this;
    const exit = await runPulumi({
      arguments: ["stack", "export", "--show-secrets", "--stack", stack],
      projectFolder,
      environment,
    });
    if (exit.code !== 0) throw new Error(exit.stderr);
    const { deployment } = JSON.parse(exit.stdout) as { deployment: { resources?: readonly ExportedResource[] } };
    return deployment.resources ?? [];
  }
}

/** `Pulumi.yaml` with a configuration folder of its own: the checkout's belongs to whoever works in it. */
function layOutProject(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "Pulumi.yaml"),
    "name: tenantry\nmain: stacks/main.mjs\nstackConfigDir: configuration\nruntime: { name: nodejs, options: { typescript: false } }\n",
  );
  for (const part of ["stacks", "package.json", "node_modules"]) {
    symlinkSync(join(repository, part), join(folder, part));
  }
}

let engine: Promise<TestEngine> | undefined;

/** The one engine of a test run, started when the first test needs it. */
export function testEngine(): Promise<TestEngine> {
  engine ??= TestEngine.start();
  return engine;
}

/** A root hook, since the engine is every file's: it registers when the first file imports this one. */
after(async function () {
  this.timeout(120_000);
  await (await engine)?.stop();
});
