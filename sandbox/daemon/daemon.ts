import { mkdirSync, writeFileSync } from "node:fs";
import { lock } from "proper-lockfile";
import type { ProviderPackage } from "../provider/provider.ts";
import { servePackage } from "../provider/serve.ts";
import { identify } from "../servers/process/process-identity.ts";
import { endRecordedProcesses } from "../servers/process/process-record.ts";
import { controlMethods } from "./control-methods.ts";
import { startControlServer } from "./control-server.ts";
import { removeDaemonFile, runningDaemon, writeDaemonFile } from "./daemon-file.ts";
import { packagesOf } from "./packages.ts";
import { installLaunchers } from "./plugin-launchers.ts";
import { startPluginListener } from "./plugin-listener.ts";
import { type SandboxPaths, sandboxPaths } from "./sandbox-paths.ts";
import { openWorld, type SandboxWorld } from "./sandbox-world.ts";
import { sourceDigest } from "./source-digest.ts";

/** Another daemon serves the folder already. */
export class DaemonRunningError extends Error {
  override readonly name = "DaemonRunningError";
}

/** A daemon that serves its folder. */
export interface Daemon {
  /** Ends all that was started. Idempotent. */
  stop(): Promise<void>;
  /** Resolves when it has been stopped, by whomever. */
  readonly stopped: Promise<void>;
}

export interface DaemonOptions {
  readonly folder: string;
  /** Is told what went wrong without ending the sandbox. */
  readonly onError: (error: unknown) => void;
}

const startLock = { stale: 10_000, retries: { retries: 100, factor: 1, minTimeout: 100 } };

/**
 * Starts the daemon of a folder. What an earlier one left running is ended first; servers of earlier runs are started
 * again, beside answering.
 *
 * @throws DaemonRunningError where one serves the folder already
 */
export async function startDaemon({ folder, onError }: DaemonOptions): Promise<Daemon> {
  const paths = sandboxPaths(folder);
  // Open to be entered, since PostgreSQL runs as another user where root starts it; what is secret is closed by itself.
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const release = await lock(folder, { ...startLock, lockfilePath: `${paths.daemonFile}.lock` });
  try {
    if (runningDaemon(paths) !== undefined) throw new DaemonRunningError(`A sandbox runs in ${folder} already.`);
    await endRecordedProcesses(paths.processFolder);
    return await serve(paths, onError);
  } finally {
    await release();
  }
}

async function serve(paths: SandboxPaths, onError: (error: unknown) => void): Promise<Daemon> {
  const world = await openWorld(paths);
  const packages = packagesOf(world);
  const plugins = await startPluginListener((name) => servePackage(packageNamed(packages, name)), onError);
  const restoration = restore(world, onError);
  const { promise: stopped, resolve } = Promise.withResolvers<void>();
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      await Promise.all([plugins.close(), control.close()]);
      await restoration.done;
      await world.close();
      removeDaemonFile(paths);
      resolve();
    })();
    return stopping;
  };
  const control = await startControlServer(
    controlMethods({
      world,
      packages,
      pluginCount: plugins.count,
      restored: restoration.state,
      stop: () => setImmediate(() => void stop().catch(onError)),
    }),
  );
  installLaunchers(paths, packages);
  writeFileSync(paths.pluginAddressFile, `${plugins.port} ${plugins.token}\n`, { mode: 0o600 });
  const identity = identify(process.pid);
  if (identity === undefined) throw new Error("This process cannot be found among the running ones.");
  writeDaemonFile(paths, { ...identity, sources: sourceDigest(), controlPort: control.port, token: control.token });
  return { stop, stopped };
}

function packageNamed(packages: readonly ProviderPackage[], name: string): ProviderPackage {
  const found = packages.find((pkg) => pkg.name === name);
  if (found === undefined) throw new Error(`The sandbox has no package ${name}.`);
  return found;
}

interface Restoration {
  readonly done: Promise<void>;
  state(): { readonly ready: boolean; readonly problems: readonly string[] };
}

function restore(world: SandboxWorld, onError: (error: unknown) => void): Restoration {
  const problems: string[] = [];
  let ready = false;
  const note = (error: unknown): void => {
    problems.push(error instanceof Error ? error.message : String(error));
    onError(error);
  };
  const done = Promise.all([world.postgres.restore().catch(note), world.kubernetes.restore().catch(note)]).then(() => {
    ready = true;
  });
  return { done, state: () => ({ ready, problems }) };
}
