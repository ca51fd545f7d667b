import { z } from "zod";
import type { KubernetesApi } from "./api.ts";

/** Where objects of one kind are in the API. */
export interface KindPlace {
  readonly apiVersion: string;
  readonly kind: string;
  /** Name in paths, e.g. `networkpolicies`. */
  readonly plural: string;
  readonly namespaced: boolean;
}

const listSchema = z.object({
  resources: z.array(z.object({ name: z.string(), kind: z.string(), namespaced: z.boolean() })),
});

/** Knows the kinds of a cluster, and asks again for one that it does not know yet. */
export class Discovery {
  readonly #api: KubernetesApi;
  readonly #groups = new Map<string, Promise<ReadonlyMap<string, KindPlace>>>();

  constructor(api: KubernetesApi) {
    this.#api = api;
  }

  /** Undefined where the cluster has no such kind, e.g. before its CustomResourceDefinition. */
  async find(apiVersion: string, kind: string): Promise<KindPlace | undefined> {
    const known = this.#groups.get(apiVersion);
    const cached = (await known)?.get(kind);
    if (cached) return cached;
    const asked = this.#ask(apiVersion);
    this.#groups.set(apiVersion, asked);
    asked.catch(() => this.#groups.delete(apiVersion));
    return (await asked).get(kind);
  }

  async #ask(apiVersion: string): Promise<ReadonlyMap<string, KindPlace>> {
    const list = await this.#api.find(groupPath(apiVersion));
    const resources = list === undefined ? [] : listSchema.parse(list).resources;
    const places = resources
      // A name with a slash is a part of another resource, e.g. `pods/log`.
      .filter(({ name }) => !name.includes("/"))
      .map(({ name, kind, namespaced }): [string, KindPlace] => [kind, { apiVersion, kind, plural: name, namespaced }]);
    return new Map(places);
  }
}

function groupPath(apiVersion: string): string {
  return apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

/** The path of one object; `namespace` is left out for kinds that have none. */
export function objectPath(place: KindPlace, namespace: string | undefined, name: string): string {
  const scope = place.namespaced ? `/namespaces/${encodeURIComponent(namespace ?? "default")}` : "";
  return `${groupPath(place.apiVersion)}${scope}/${place.plural}/${encodeURIComponent(name)}`;
}
