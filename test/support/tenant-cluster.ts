import { equal } from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { TenantNamespace } from "../../components/compute/tenant-namespace.ts";
import { TenantWorkload } from "../../components/compute/tenant-workload.ts";
import { GuardRails } from "../../components/platform/guard-rails.ts";
import { TenantAccess } from "../../components/platform/tenant-access.ts";
import type { SynthesisedResource } from "../../fleet/synth/synthesised-stack.ts";
import { declared } from "./declared.ts";
import { tenantPlan } from "./plans.ts";
import { type ApiAnswer, SupervisedKubernetes } from "./supervised-kubernetes.ts";

/** Everything that a cell's platform and these tenants declare in a cluster, in an order in which it can be made. */
const objects = async (ids: readonly string[]): Promise<readonly SynthesisedResource[]> => {
  const all = await declared(() => {
    new GuardRails("rails");
    new TenantAccess("access");
    for (const id of ids) {
      const { compute: plan, hostname } = tenantPlan(id);
      const namespace = new TenantNamespace(`${id}-ns`, { plan, tenantId: id, hostname });
      new TenantWorkload(`${id}-app`, {
        plan,
        tenantId: id,
        namespace,
        running: true,
        region: "us-east-1",
        configurationPublished: namespace,
      });
    }
  });
  const rank = ({ type }: SynthesisedResource) =>
    type.endsWith(":Namespace") ? 0 : type.endsWith(":Deployment") ? 2 : 1;
  return all.toSorted((one, other) => rank(one) - rank(other));
};

/** Where objects of a kind are made. */
function pathOf({ type, inputs }: SynthesisedResource): string {
  const apiVersion = String(inputs["apiVersion"]);
  const kind = type.split(":").at(-1) ?? "";
  const plural = kind.endsWith("y") ? `${kind.toLowerCase().slice(0, -1)}ies` : `${kind.toLowerCase()}s`;
  const { namespace } = inputs["metadata"] as { namespace?: string };
  const group = apiVersion === "v1" ? "/api/v1" : `/apis/${apiVersion}`;
  return `${group}${namespace === undefined ? "" : `/namespaces/${namespace}`}/${plural}`;
}

/** The namespace of a committed tenant. */
export const namespaceOf = (id: string): string => tenantPlan(id).compute.namespace;

/** A real cluster with the guard rails and some committed tenants in it, each with a token for its service account. */
export class TenantCluster {
  readonly kubernetes: SupervisedKubernetes = new SupervisedKubernetes();
  readonly #tokens = new Map<string, string>();
  #made = 0;

  async start(ids: readonly string[]): Promise<void> {
    await this.kubernetes.start();
    for (const object of await objects(ids)) {
      const { status, body } = await this.kubernetes.asAdministrator("POST", pathOf(object), object.inputs);
      equal(status, 201, `${object.name}: ${body.message ?? ""}`);
    }
    for (const id of ids) this.#tokens.set(id, await this.#tokenOf(id));
    await this.#untilGuarded(ids[0] ?? "");
  }

  /** Speaks with the token of the tenant's service account. */
  asTenant(id: string, method: string, path: string, body?: unknown): Promise<ApiAnswer> {
    return this.kubernetes.call(this.#tokens.get(id) ?? "", method, path, body);
  }

  /** Tries to make an object in the tenant's namespace, as the tenant. */
  make(id: string, plural: string, apiVersion: string, kind: string, spec: unknown): Promise<ApiAnswer> {
    const group = apiVersion === "v1" ? "/api/v1" : `/apis/${apiVersion}`;
    const metadata = { name: `try-${this.#made++}` };
    const path = `${group}/namespaces/${namespaceOf(id)}/${plural}`;
    return this.asTenant(id, "POST", path, { apiVersion, kind, metadata, spec });
  }

  async #tokenOf(id: string): Promise<string> {
    const path = `/api/v1/namespaces/${namespaceOf(id)}/serviceaccounts/workload/token`;
    const request = { apiVersion: "authentication.k8s.io/v1", kind: "TokenRequest", spec: {} };
    const { body } = await this.kubernetes.asAdministrator("POST", path, request);
    return (body["status"] as { token: string }).token;
  }

  /** A policy is compiled a moment after it is made; until then nothing is refused. */
  async #untilGuarded(id: string): Promise<void> {
    const spec = { type: "ExternalName", externalName: "elsewhere.example" };
    for (let tries = 0; tries < 150; tries++) {
      if ((await this.make(id, "services", "v1", "Service", spec)).status === 403) return;
      await pause(200);
    }
    throw new Error("the policies never took effect");
  }
}
