import { z } from "zod";
import type { ProviderPackage } from "../provider/provider.ts";
import type { ControlMethods } from "./control-server.ts";
import { listExisting } from "./existing.ts";
import type { SandboxWorld } from "./sandbox-world.ts";

/** What a running sandbox says of itself. */
export interface DaemonStatus {
  readonly pid: number;
  /** False until every server of earlier runs has been started, or could not be. */
  readonly ready: boolean;
  /** Why a server of an earlier run could not be started. */
  readonly problems: readonly string[];
  readonly packages: readonly { readonly name: string; readonly version: string }[];
  readonly pluginCount: number;
  readonly postgres: readonly {
    readonly identifier: string;
    readonly host: string;
    readonly port: number;
    readonly running: boolean;
  }[];
  readonly kubernetes: readonly {
    readonly clusterName: string;
    readonly endpoint: string;
    readonly running: boolean;
  }[];
}

export interface ControlSurroundings {
  readonly world: SandboxWorld;
  readonly packages: readonly ProviderPackage[];
  readonly pluginCount: () => number;
  readonly restored: () => { readonly ready: boolean; readonly problems: readonly string[] };
  /** Begins to stop; does not wait for it, since the answer must still be sent. */
  readonly stop: () => void;
}

const address = z.object({ host: z.string(), port: z.number(), user: z.string() });
const cluster = z.object({ clusterName: z.string() });
const operation = z.object({
  package: z.string(),
  name: z.string(),
  args: z.record(z.string(), z.unknown()).default({}),
});

/** The methods of the control interface. */
export function controlMethods({ world, packages, pluginCount, restored, stop }: ControlSurroundings): ControlMethods {
  return {
    status: (): DaemonStatus => ({
      pid: process.pid,
      ...restored(),
      packages: packages.map(({ name, version }) => ({ name, version })),
      pluginCount: pluginCount(),
      postgres: world.postgres.list(),
      kubernetes: world.kubernetes.list(),
    }),
    list: () => listExisting(world, packages),
    postgresToken: async (args) => {
      const { host, port, user } = address.parse(args);
      const server = world.postgres.at(host, port);
      if (server === undefined) throw new Error(`No PostgreSQL server of the sandbox listens on ${host}:${port}.`);
      return await world.postgres.issueToken(server.identifier, user);
    },
    kubernetesToken: (args) => world.kubernetes.issueToken(cluster.parse(args).clusterName),
    kubernetesServer: (args) => world.kubernetes.get(cluster.parse(args).clusterName) ?? null,
    moveClock: (args) => {
      world.moveClock(z.object({ milliseconds: z.number() }).parse(args).milliseconds);
      return world.now().toISOString();
    },
    call: (args) => {
      const { package: packageName, name, args: operationArgs } = operation.parse(args);
      const operations = packages.find((pkg) => pkg.name === packageName)?.operations ?? {};
      const found = Object.hasOwn(operations, name) ? operations[name] : undefined;
      if (found !== undefined) return found(operationArgs);
      throw new Error(
        `Package ${packageName} offers no operation ${name}. It offers: ${Object.keys(operations).sort().join(", ") || "none"}.`,
      );
    },
    stop: () => {
      stop();
      return null;
    },
  };
}
