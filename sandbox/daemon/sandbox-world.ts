import { ensureProgram } from "../engine/ensure-program.ts";
import { SupervisedKubernetesServers } from "../servers/kubernetes/kubernetes-servers.ts";
import { postgresServers, type SupervisedPostgresServers } from "../servers/postgres/postgres-servers.ts";
import { openStore, type SqliteStore } from "../store/sqlite-store.ts";
import type { World } from "../world/world.ts";
import type { SandboxPaths } from "./sandbox-paths.ts";

/** The world of a sandbox, with what its daemon needs to supervise it. */
export interface SandboxWorld extends World {
  readonly store: SqliteStore;
  readonly postgres: SupervisedPostgresServers;
  readonly kubernetes: SupervisedKubernetesServers;
  /** Moves the clock; the past cannot be had back. @throws for a negative number. */
  moveClock(milliseconds: number): void;
  /** Ends every server and closes the store. */
  close(): Promise<void>;
}

/** Opens what a folder holds; starts no server yet. */
export async function openWorld(paths: SandboxPaths): Promise<SandboxWorld> {
  let offset = 0;
  const now = (): Date => new Date(Date.now() + offset);
  const store = openStore(paths.storeFile);
  const common = { folder: paths.folder, store, recordFolder: paths.processFolder };
  const postgres = await postgresServers({ ...common, now });
  const kubernetes = new SupervisedKubernetesServers({ ...common, programPath: (name) => ensureProgram(name) });
  return {
    store,
    postgres,
    kubernetes,
    now,
    moveClock(milliseconds) {
      if (!(milliseconds >= 0)) throw new Error(`The clock moves forward only; found ${milliseconds} milliseconds.`);
      offset += milliseconds;
    },
    async close() {
      await Promise.all([postgres.close(), kubernetes.close()]);
      store.close();
    },
  };
}
