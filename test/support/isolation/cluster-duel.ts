import { setTimeout } from "node:timers/promises";
import { type ClusterAttack, type ClusterPlace, insecure, pod, resourcePath } from "./cluster-attack.ts";
import { type ClusterAnswer, callCluster } from "./cluster-call.ts";
import type { ConnectionDocument } from "./connection-document.ts";

/** A tenant's way into a cluster, and what is its own there. */
export interface ClusterFighter {
  readonly access: ConnectionDocument["kubernetes"];
  readonly place: ClusterPlace;
}

/** Reads of its namespace what its host name is and which nodes its pods need. */
export async function enterCluster({ tenant, isolation, kubernetes }: ConnectionDocument): Promise<ClusterFighter> {
  const { body } = await callCluster(kubernetes, { method: "GET", path: `/api/v1/namespaces/${kubernetes.namespace}` });
  const { annotations = {} } = body["metadata"] as { annotations?: Record<string, string> };
  const nodeSelector: Record<string, string> = isolation === "database" ? { "tenantry.io/tenant": tenant } : {};
  return {
    access: kubernetes,
    place: {
      tenant,
      namespace: kubernetes.namespace,
      hostname: annotations["tenantry.io/hostname"] ?? "",
      nodeSelector,
    },
  };
}

/** Tries an attack and its twin; undefined where both end as they must, otherwise what was odd. */
export async function duelInCluster(
  attack: ClusterAttack,
  attacker: ClusterFighter,
  victim: ClusterFighter,
): Promise<string | undefined> {
  const places = { own: attacker.place, other: victim.place };
  const attempted = await callCluster(attacker.access, attack.attempt(places));
  if (attempted.status !== 403 || !attack.refusedBy.test(attempted.message)) {
    return `${attack.title}: must be refused by ${attack.refusedBy}, ended as ${shown(attempted)}`;
  }
  const allowed = await callCluster(attacker.access, attack.twin(places));
  return allowed.status < 300 ? undefined : `${attack.title}: its twin must succeed, ended as ${shown(allowed)}`;
}

const shown = ({ status, message }: ClusterAnswer) => `${status} ${message.slice(0, 300)}`;

/**
 * Pod security looks at pods: a privileged Deployment is taken, and none of its pods is made. A restricted one makes
 * its pod.
 *
 * @returns what the controller says of each
 */
export async function deployBoth({
  access,
  place,
}: ClusterFighter): Promise<{ readonly privileged: string; readonly restricted: string }> {
  const path = resourcePath(place.namespace, "apps/v1/deployments");
  const deployment = (name: string, container: Readonly<Record<string, unknown>>) => ({
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name },
    spec: {
      replicas: 1,
      selector: { matchLabels: { probe: name } },
      template: { metadata: { labels: { probe: name } }, spec: pod(place, {}, container).spec },
    },
  });
  const outcome = async (name: string, container: Readonly<Record<string, unknown>>) => {
    const made = await callCluster(access, { method: "POST", path, body: deployment(name, container) });
    if (made.status !== 201) return shown(made);
    try {
      return await replicasOf(access, place, name);
    } finally {
      await callCluster(access, { method: "DELETE", path: `${path}/${name}` });
    }
  };
  const privileged = insecure({ privileged: true, allowPrivilegeEscalation: true });
  return {
    privileged: await outcome("probe-privileged", privileged),
    restricted: await outcome("probe-restricted", {}),
  };
}

interface ReplicaSet {
  readonly status?: {
    readonly replicas?: number;
    readonly conditions?: readonly { readonly type: string; readonly message: string }[];
  };
}

/** Waits until the controller has made the pod, or says why not. */
async function replicasOf(access: ClusterFighter["access"], place: ClusterPlace, name: string): Promise<string> {
  const path = `${resourcePath(place.namespace, "apps/v1/replicasets")}?labelSelector=probe%3D${name}`;
  for (;;) {
    const { body } = await callCluster(access, { method: "GET", path });
    const [set] = body["items"] as readonly ReplicaSet[];
    const failure = set?.status?.conditions?.find(({ type }) => type === "ReplicaFailure");
    if (failure !== undefined) return failure.message;
    if (set?.status?.replicas === 1) return "1 pod";
    await setTimeout(100);
  }
}
