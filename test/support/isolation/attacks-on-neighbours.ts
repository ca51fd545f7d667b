import { byRole, type ClusterAttack, type ClusterPlace, configMap, dry, resourcePath } from "./cluster-attack.ts";

const pooledCluster = ["shared", "schema", "database"] as const;
const get = (path: string) => ({ method: "GET", path }) as const;
const post = (path: string, body: unknown) => ({ method: "POST", path, body }) as const;
const remove = (path: string) => ({ method: "DELETE", path }) as const;

const readable = [
  "pods",
  "services",
  "configmaps",
  "secrets",
  "persistentvolumeclaims",
  "events",
  "endpoints",
  "resourcequotas",
  "limitranges",
  "serviceaccounts",
  "apps/v1/deployments",
  "apps/v1/replicasets",
  "apps/v1/statefulsets",
  "batch/v1/jobs",
  "batch/v1/cronjobs",
  "autoscaling/v2/horizontalpodautoscalers",
  "policy/v1/poddisruptionbudgets",
  "networking.k8s.io/v1/ingresses",
  "networking.k8s.io/v1/networkpolicies",
  "rbac.authorization.k8s.io/v1/roles",
  "rbac.authorization.k8s.io/v1/rolebindings",
];

const neighbour = (
  title: string,
  resource: string,
  attempt: (path: string) => ReturnType<ClusterAttack["attempt"]>,
): ClusterAttack => ({
  title,
  levels: pooledCluster,
  attempt: ({ other }) => attempt(resourcePath(other.namespace, resource)),
  refusedBy: byRole,
  twin: ({ own }) => attempt(resourcePath(own.namespace, resource)),
});

const readOwn = ({ own }: { readonly own: ClusterPlace }) => get(resourcePath(own.namespace, "configmaps"));

/** What a tenant asks of another's namespace. */
export const attacksOnNeighbours: readonly ClusterAttack[] = [
  ...readable.map((resource) => neighbour(`lists another's ${resource}`, resource, get)),
  neighbour("watches another's secrets", "secrets", (path) => get(`${path}?watch=true&timeoutSeconds=1`)),
  neighbour("writes into another's namespace", "configmaps", (path) => post(`${path}${dry}`, configMap)),
  neighbour("deletes what another has", "configmaps", (path) => remove(`${path}/kube-root-ca.crt${dry}`)),
  neighbour("deletes what another runs", "apps/v1/deployments", (path) => remove(`${path}/sample-app${dry}`)),
  {
    title: "reads another's namespace",
    levels: pooledCluster,
    attempt: ({ other }) => get(`/api/v1/namespaces/${other.namespace}`),
    refusedBy: byRole,
    twin: ({ own: place }) => get(`/api/v1/namespaces/${place.namespace}`),
  },
  {
    title: "mints a token for another's service account",
    levels: pooledCluster,
    attempt: ({ other }) =>
      post(`${resourcePath(other.namespace, "serviceaccounts")}/workload/token`, {
        apiVersion: "authentication.k8s.io/v1",
        kind: "TokenRequest",
        spec: {},
      }),
    refusedBy: byRole,
    twin: ({ own: place }) => get(resourcePath(place.namespace, "serviceaccounts")),
  },
  {
    title: "impersonates another's service account",
    levels: pooledCluster,
    attempt: ({ other }) => ({
      ...get(resourcePath(other.namespace, "secrets")),
      headers: { "Impersonate-User": `system:serviceaccount:${other.namespace}:workload` },
    }),
    refusedBy: /cannot impersonate/,
    twin: readOwn,
  },
];
