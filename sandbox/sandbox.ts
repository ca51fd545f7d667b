import type { FaultRule } from "./aws/faults.ts";
import { askDaemon } from "./daemon/control-client.ts";
import type { DaemonStatus } from "./daemon/control-methods.ts";
import type { Existing } from "./daemon/existing.ts";
import { sandboxPaths } from "./daemon/sandbox-paths.ts";
import type { KubernetesServer } from "./world/world.ts";

/** A client of a running sandbox. Every method throws `SandboxStoppedError` where it no longer runs. */
export interface Sandbox {
  /** Absolute. */
  readonly folder: string;
  status(): Promise<DaemonStatus>;
  /** Everything that exists in the embedded cloud, whatever any Pulumi state says. */
  list(): Promise<Existing>;
  /** A password for 15 minutes, as RDS IAM authentication gives. @throws where no server listens there, or the role is not in `rds_iam`. */
  postgresToken(host: string, port: number, user: string): Promise<string>;
  /** What `aws eks get-token` gives to an administrator of the cluster. */
  kubernetesToken(clusterName: string): Promise<string>;
  /** Undefined where there is no such cluster. */
  kubernetesServer(clusterName: string): Promise<KubernetesServer | undefined>;
  /** Moves the embedded cloud's clock forward. */
  moveClock(milliseconds: number): Promise<void>;
  /** Replaces the faults that calls of the embedded account meet; the same seed and calls give the same faults. @throws on a rule that means nothing. */
  setFaults(rules: readonly FaultRule[], seed?: number): Promise<void>;
  clearFaults(): Promise<void>;
  /** Runs an operation that a provider package offers beside its types. @throws where it offers none of that name. */
  call(packageName: string, name: string, args?: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** The client of a folder's sandbox. It asks when it is used, so that it also outlives a restart. */
export function connectSandbox(folder: string): Sandbox {
  const paths = sandboxPaths(folder);
  const ask = async <Result>(method: string, args: Readonly<Record<string, unknown>> = {}): Promise<Result> =>
    (await askDaemon(paths, method, args)) as Result;
  return {
    folder,
    status: () => ask("status"),
    list: () => ask("list"),
    postgresToken: (host, port, user) => ask("postgresToken", { host, port, user }),
    kubernetesToken: (clusterName) => ask("kubernetesToken", { clusterName }),
    kubernetesServer: async (clusterName) =>
      (await ask<KubernetesServer | null>("kubernetesServer", { clusterName })) ?? undefined,
    moveClock: async (milliseconds) => {
      await ask("moveClock", { milliseconds });
    },
    setFaults: async (rules, seed = 1) => {
      await ask("call", { package: "aws", name: "faults.set", args: { rules, seed } });
    },
    clearFaults: async () => {
      await ask("call", { package: "aws", name: "faults.clear" });
    },
    call: (packageName, name, args = {}) => ask("call", { package: packageName, name, args }),
  };
}
