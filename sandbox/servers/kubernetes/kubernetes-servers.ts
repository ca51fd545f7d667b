import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { KubernetesServer, KubernetesServers, Store } from "../../world/world.ts";
import { freePort } from "../process/free-port.ts";
import { type SerialByKey, serialByKey } from "../serial-by-key.ts";
import { administratorToken } from "./administrator.ts";
import { callApi } from "./api-client.ts";
import { type ControlPlane, type ControlPlaneOptions, startControlPlane } from "./control-plane.ts";

const collection = "servers/kubernetes";
const rowSchema = z.object({ port: z.number() });
// https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html
const namePattern = /^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/;
const namespacesSchema = z.object({
  items: z.array(
    z.object({ metadata: z.object({ name: z.string(), labels: z.record(z.string(), z.string()).optional() }) }),
  ),
});
const systemNamespaces = ["default", "kube-system", "kube-public", "kube-node-lease"];

export interface NamespaceContents {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

interface Entry {
  readonly port: number;
  plane: ControlPlane | undefined;
}

export interface KubernetesServersOptions {
  readonly folder: string;
  readonly store: Store;
  readonly recordFolder: string;
  readonly programPath: ControlPlaneOptions["programPath"];
}

/** Kubernetes clusters of a sandbox: each an etcd, an API server and a controller manager, processes of this one. */
export class SupervisedKubernetesServers implements KubernetesServers {
  readonly #options: KubernetesServersOptions;
  readonly #serial: SerialByKey = serialByKey();
  readonly #entries = new Map<string, Entry>();

  constructor(options: KubernetesServersOptions) {
    this.#options = options;
    mkdirSync(join(options.folder, "kubernetes"), { recursive: true, mode: 0o700 });
    for (const { key, value } of options.store.list(collection))
      this.#entries.set(key, { ...rowSchema.parse(value), plane: undefined });
  }

  async start(clusterName: string): Promise<KubernetesServer> {
    if (!namePattern.test(clusterName)) {
      throw new Error(
        `"${clusterName}" is no name of a cluster: 1 to 100 letters, digits, hyphens and underscores, beginning with a letter or digit.`,
      );
    }
    return await this.#serial(clusterName, async () => {
      if (!this.#entries.has(clusterName)) {
        const port = await freePort();
        this.#options.store.set(collection, clusterName, { port });
        this.#entries.set(clusterName, { port, plane: undefined });
      }
      await this.#running(clusterName);
      return this.#describe(clusterName, this.#existing(clusterName));
    });
  }

  get(clusterName: string): KubernetesServer | undefined {
    const entry = this.#entries.get(clusterName);
    // The authority is made at the first start, and known from then on.
    return entry === undefined || (entry.plane === undefined && !this.#wasStarted(clusterName))
      ? undefined
      : this.#describe(clusterName, entry);
  }

  async issueToken(clusterName: string): Promise<string> {
    return await this.#serial(
      clusterName,
      async () => await administratorToken((await this.#running(clusterName)).access),
    );
  }

  async remove(clusterName: string): Promise<void> {
    await this.#serial(clusterName, async () => {
      await this.#entries.get(clusterName)?.plane?.stop();
      rmSync(this.#folder(clusterName), { recursive: true, force: true });
      this.#options.store.delete(collection, clusterName);
      this.#entries.delete(clusterName);
    });
  }

  /** Starts every cluster that existed when the sandbox was stopped. */
  async restore(): Promise<void> {
    await Promise.all([...this.#entries.keys()].map((name) => this.#serial(name, () => this.#running(name))));
  }

  list(): readonly { readonly clusterName: string; readonly endpoint: string; readonly running: boolean }[] {
    return [...this.#entries].map(([clusterName, { port, plane }]) => ({
      clusterName,
      endpoint: endpointOf(port),
      running: plane?.isRunning() === true,
    }));
  }

  /** Namespaces of a cluster, without the system's own. */
  async namespaces(clusterName: string): Promise<readonly NamespaceContents[]> {
    const { access } = await this.#serial(clusterName, () => this.#running(clusterName));
    const { items } = namespacesSchema.parse(JSON.parse((await callApi(access, "GET", "/api/v1/namespaces")).body));
    return items
      .filter(({ metadata }) => !systemNamespaces.includes(metadata.name))
      .map(({ metadata }) => ({ name: metadata.name, labels: metadata.labels ?? {} }));
  }

  /** Stops every cluster; their data stays. */
  async close(): Promise<void> {
    await Promise.all(
      [...this.#entries].map(([name, entry]) => this.#serial(name, async () => await entry.plane?.stop())),
    );
  }

  #folder(clusterName: string): string {
    return join(this.#options.folder, "kubernetes", clusterName);
  }

  #existing(clusterName: string): Entry {
    const entry = this.#entries.get(clusterName);
    if (entry === undefined) throw new Error(`There is no Kubernetes cluster ${clusterName}.`);
    return entry;
  }

  async #running(clusterName: string): Promise<ControlPlane> {
    const entry = this.#existing(clusterName);
    if (entry.plane?.isRunning() === true) return entry.plane;
    // One of its programs may have ended alone.
    await entry.plane?.stop();
    const { recordFolder, programPath } = this.#options;
    entry.plane = await startControlPlane({
      clusterName,
      folder: this.#folder(clusterName),
      port: entry.port,
      recordFolder,
      programPath,
    });
    return entry.plane;
  }

  #certificateAuthority(clusterName: string): string {
    return readFileSync(join(this.#folder(clusterName), "certificates", "apiserver.crt")).toString("base64");
  }

  #wasStarted(clusterName: string): boolean {
    try {
      return this.#certificateAuthority(clusterName) !== "";
    } catch {
      // Its first start has not come that far.
      return false;
    }
  }

  #describe(clusterName: string, { port }: Entry): KubernetesServer {
    return { clusterName, endpoint: endpointOf(port), certificateAuthority: this.#certificateAuthority(clusterName) };
  }
}

function endpointOf(port: number): string {
  return `https://127.0.0.1:${port}`;
}
