import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureProgram } from "../../sandbox/engine/ensure-program.ts";
import { KubernetesApi } from "../../sandbox/kubernetes/connection/api.ts";
import { SupervisedKubernetesServers } from "../../sandbox/servers/kubernetes/kubernetes-servers.ts";
import type { KubernetesServer, PostgresServers, World } from "../../sandbox/world/world.ts";
import { memoryStore } from "./memory-store.ts";

/** A world with one real Kubernetes API and its controller manager. */
export interface KubernetesWorld {
  readonly world: World;
  readonly server: KubernetesServer;
  /** As EKS gives it: `exec` runs `aws eks get-token`. */
  readonly kubeconfig: string;
  /** Speaks to the cluster by hand, as its administrator. */
  readonly api: KubernetesApi;
  /** Changes an object by hand. */
  edit(path: string, fields: Readonly<Record<string, unknown>>): Promise<void>;
  /** Stops the cluster and removes its data. */
  close(): Promise<void>;
}

const refused = (): Promise<never> => Promise.reject(new Error("this world has no database servers"));

const noServers: PostgresServers = {
  start: refused,
  setMasterPassword: refused,
  get: () => undefined,
  at: () => undefined,
  issueToken: refused,
  remove: () => Promise.resolve(),
};

/** Starts a cluster, in about ten seconds. */
export async function startKubernetesWorld(): Promise<KubernetesWorld> {
  const folder = mkdtempSync(join(tmpdir(), "tenantry-kubernetes-"));
  const store = memoryStore();
  const kubernetes = new SupervisedKubernetesServers({
    folder,
    store,
    recordFolder: folder,
    programPath: (name) => ensureProgram(name),
  });
  const server = await kubernetes.start("main").catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  const world: World = { store, postgres: noServers, kubernetes, now: () => new Date() };
  const authority = Buffer.from(server.certificateAuthority, "base64").toString();
  const api = new KubernetesApi(
    {
      endpoint: server.endpoint,
      certificateAuthority: authority,
      verifiesCertificate: true,
      credentials: { eksClusterName: "main" },
    },
    world,
  );
  return {
    world,
    server,
    kubeconfig: kubeconfigOf(server),
    api,
    edit: async (path, fields) => {
      const { apiVersion, kind } = await api.call({ method: "GET", path });
      await api.call({
        method: "PATCH",
        path: `${path}?fieldManager=by-hand&force=true`,
        body: { apiVersion, kind, ...fields },
      });
    },
    close: async () => {
      api.close();
      await kubernetes.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What `aws eks update-kubeconfig` writes, as JSON. */
function kubeconfigOf(server: KubernetesServer): string {
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    "current-context": "main",
    clusters: [
      {
        name: "main",
        cluster: { server: server.endpoint, "certificate-authority-data": server.certificateAuthority },
      },
    ],
    contexts: [{ name: "main", context: { cluster: "main", user: "main" } }],
    users: [
      {
        name: "main",
        user: {
          exec: {
            apiVersion: "client.authentication.k8s.io/v1beta1",
            command: "aws",
            args: ["eks", "get-token", "--cluster-name", server.clusterName, "--output", "json"],
          },
        },
      },
    ],
  });
}
