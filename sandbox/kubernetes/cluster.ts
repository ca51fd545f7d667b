import { setTimeout as pause } from "node:timers/promises";
import type { PropertyMap } from "../provider/provider.ts";
import type { ApiObject, KubernetesApi } from "./connection/api.ts";
import { ApiRefusal } from "./connection/api.ts";
import { type Discovery, type KindPlace, objectPath } from "./connection/discovery.ts";
import { untilGone } from "./object/deletion.ts";
import { nameOf, type ObjectName } from "./object/object-name.ts";
import { withStringData } from "./object/secret-data.ts";
import type { TokenKind } from "./object/type-token.ts";

/** How the provider of one cluster was configured. */
export interface ClusterOptions {
  /** Of objects that name none. */
  readonly defaultNamespace: string;
  readonly configMapsAreMutable: boolean;
  readonly secretsAreMutable: boolean;
  /** Objects of an unreachable cluster count as deleted. */
  readonly deletesUnreachable: boolean;
  /** Objects that exist already are taken over. */
  readonly adoptsExisting: boolean;
  /** How long a deletion may take. */
  readonly deletionLimitSeconds: number;
}

// A kind appears about a second after its CustomResourceDefinition.
const kindAttempts = 40;
const kindPauseMilliseconds = 250;

/** One cluster: server-side apply, look-up and deletion of objects of any kind. */
export class Cluster {
  readonly options: ClusterOptions;
  readonly #api: KubernetesApi;
  readonly #discovery: Discovery;

  constructor(api: KubernetesApi, discovery: Discovery, options: ClusterOptions) {
    this.#api = api;
    this.#discovery = discovery;
    this.options = options;
  }

  /** Undefined where the cluster has no such kind. */
  place({ apiVersion, kind }: TokenKind): Promise<KindPlace | undefined> {
    return this.#discovery.find(apiVersion, kind);
  }

  /** Undefined where object or kind does not exist. */
  async find(kind: TokenKind, name: ObjectName): Promise<ApiObject | undefined> {
    const place = await this.place(kind);
    return place && (await this.#api.find(objectPath(place, name.namespace, name.name)));
  }

  /**
   * Applies on the server; fields that `manager` applied before and no longer does are removed.
   *
   * @throws the server's refusal as it is, or that the kind does not exist.
   */
  async apply(
    kind: TokenKind,
    inputs: PropertyMap,
    manager: string,
    options: { readonly dryRun?: boolean } = {},
  ): Promise<ApiObject> {
    const place = await this.#placeSoon(kind);
    const { name, namespace } = nameOf(inputs);
    const query = new URLSearchParams({
      fieldManager: manager,
      force: "true",
      ...(options.dryRun ? { dryRun: "All" } : {}),
    });
    const { status: _status, ...fields } = withStringData(inputs);
    const body = { ...fields, apiVersion: kind.apiVersion, kind: kind.kind };
    return this.#api.call({ method: "PATCH", path: `${objectPath(place, namespace, name)}?${query.toString()}`, body });
  }

  /** Deletes and waits until it is gone; without `waits`, only asks. What is gone already is no error. */
  async delete(kind: TokenKind, name: ObjectName, waits: boolean): Promise<void> {
    const place = await this.place(kind);
    if (!place) return;
    const path = objectPath(place, name.namespace, name.name);
    const found = await this.#api.find(path);
    if (!found) return;
    try {
      await this.#api.call({ method: "DELETE", path: `${path}?propagationPolicy=Background` });
    } catch (error) {
      if (error instanceof ApiRefusal && error.status === 404) return;
      throw error;
    }
    if (waits) await untilGone(this.#api, path, found, this.options.deletionLimitSeconds);
  }

  close(): void {
    this.#api.close();
  }

  async #placeSoon(kind: TokenKind): Promise<KindPlace> {
    for (let attempt = 1; attempt <= kindAttempts; attempt++) {
      const place = await this.place(kind);
      if (place) return place;
      await pause(kindPauseMilliseconds);
    }
    throw new Error(
      `The cluster has no kind ${kind.kind} in ${kind.apiVersion}. Check the name, or create its CustomResourceDefinition first.`,
    );
  }
}
