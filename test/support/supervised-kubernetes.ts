import { readdirSync, readFileSync } from "node:fs";
import { request } from "node:https";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { ensureProgram } from "../../sandbox/engine/ensure-program.ts";
import { SupervisedKubernetesServers } from "../../sandbox/servers/kubernetes/kubernetes-servers.ts";
import { openStore, type SqliteStore } from "../../sandbox/store/sqlite-store.ts";
import type { KubernetesServer } from "../../sandbox/world/world.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export interface ApiAnswer {
  readonly status: number;
  readonly body: { readonly [key: string]: unknown; readonly message?: string };
}

/** A supervisor of Kubernetes clusters with one cluster, `cell-us-1`, that can be stopped and opened again. */
export class SupervisedKubernetes {
  readonly #temporary = temporaryFolder();
  #parts: { readonly store: SqliteStore; readonly servers: SupervisedKubernetesServers } | undefined;
  #server: KubernetesServer | undefined;

  get folder(): string {
    return this.#temporary.path;
  }

  get servers(): SupervisedKubernetesServers {
    if (this.#parts === undefined) throw new Error("not open");
    return this.#parts.servers;
  }

  get server(): KubernetesServer {
    if (this.#server === undefined) throw new Error("not started");
    return this.#server;
  }

  open(): void {
    const store = openStore(join(this.folder, "store.db"));
    const recordFolder = join(this.folder, "processes");
    const servers = new SupervisedKubernetesServers({
      folder: this.folder,
      store,
      recordFolder,
      programPath: (name) => ensureProgram(name),
    });
    this.#parts = { store, servers };
  }

  async start(): Promise<void> {
    this.open();
    this.#server = await this.servers.start("cell-us-1");
  }

  async close(): Promise<void> {
    await this.#parts?.servers.close();
    this.#parts?.store.close();
    this.#parts = undefined;
  }

  async remove(): Promise<void> {
    await this.close();
    this.#temporary.remove();
  }

  /** The running programs, by their records. */
  processes(): readonly { readonly pid: number; readonly started: string; readonly name: string }[] {
    const folder = join(this.folder, "processes");
    return readdirSync(folder).map((file) => ({
      name: file,
      ...(JSON.parse(readFileSync(join(folder, file), "utf8")) as { pid: number; started: string }),
    }));
  }

  async call(token: string, method: string, path: string, body?: unknown): Promise<ApiAnswer> {
    const { endpoint, certificateAuthority } = this.server;
    return await new Promise((resolve, reject) => {
      const outgoing = request(`${endpoint}${path}`, {
        method,
        agent: false,
        ca: Buffer.from(certificateAuthority, "base64"),
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      });
      outgoing.on("error", reject);
      outgoing.on("response", (response) => {
        const status = response.statusCode ?? 0;
        text(response).then(
          (said) =>
            resolve({
              status,
              body: said.startsWith("{") ? (JSON.parse(said) as ApiAnswer["body"]) : { message: said },
            }),
          reject,
        );
      });
      outgoing.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  async asAdministrator(method: string, path: string, body?: unknown): Promise<ApiAnswer> {
    return await this.call(await this.servers.issueToken("cell-us-1"), method, path, body);
  }
}
