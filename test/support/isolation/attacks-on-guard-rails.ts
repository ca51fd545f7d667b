import { byRole, type ClusterAttack, dry, resourcePath } from "./cluster-attack.ts";

const get = (path: string) => ({ method: "GET", path }) as const;
const post = (path: string, body: unknown) => ({ method: "POST", path, body }) as const;
const patch = (path: string, body: unknown) => ({ method: "PATCH", path, body }) as const;
const remove = (path: string) => ({ method: "DELETE", path }) as const;
const own = (
  title: string,
  attempt: (namespace: string) => ReturnType<ClusterAttack["attempt"]>,
  resource = "configmaps",
): ClusterAttack => ({
  title,
  attempt: ({ own: place }) => attempt(place.namespace),
  refusedBy: byRole,
  twin: ({ own: place }) => get(resourcePath(place.namespace, resource)),
});

const objectOf = (namespace: string, resource: string, name: string) =>
  `${resourcePath(namespace, resource)}/${name}${dry}`;
const rbac = "rbac.authorization.k8s.io/v1";

/** What a tenant asks of the guard rails of its own namespace; it reads them and changes none. */
export const attacksOnGuardRails: readonly ClusterAttack[] = [
  own("takes the pod security off its namespace", (ns) =>
    patch(`/api/v1/namespaces/${ns}${dry}`, {
      metadata: { labels: { "pod-security.kubernetes.io/enforce": "privileged" } },
    }),
  ),
  own("takes its namespace from under the guard rails", (ns) =>
    patch(`/api/v1/namespaces/${ns}${dry}`, { metadata: { labels: { "tenantry.io/tenant": null } } }),
  ),
  own("gives itself another's host name", (ns) =>
    patch(`/api/v1/namespaces/${ns}${dry}`, { metadata: { annotations: { "tenantry.io/hostname": "x.example" } } }),
  ),
  own("deletes its namespace", (ns) => remove(`/api/v1/namespaces/${ns}${dry}`)),
  own("finalizes its namespace", (ns) => ({
    method: "PUT",
    path: `/api/v1/namespaces/${ns}/finalize${dry}`,
    body: { apiVersion: "v1", kind: "Namespace", metadata: { name: ns } },
  })),
  own(
    "raises its quota",
    (ns) => patch(objectOf(ns, "resourcequotas", "tenant"), { spec: { hard: { pods: "10000" } } }),
    "resourcequotas",
  ),
  own("deletes its quota", (ns) => remove(objectOf(ns, "resourcequotas", "tenant")), "resourcequotas"),
  own("deletes its limits", (ns) => remove(objectOf(ns, "limitranges", "tenant")), "limitranges"),
  own(
    "deletes a network policy",
    (ns) => remove(objectOf(ns, "networking.k8s.io/v1/networkpolicies", "tenant")),
    "networking.k8s.io/v1/networkpolicies",
  ),
  own(
    "adds a network policy that opens its pods",
    (ns) =>
      post(`${resourcePath(ns, "networking.k8s.io/v1/networkpolicies")}${dry}`, {
        apiVersion: "networking.k8s.io/v1",
        kind: "NetworkPolicy",
        metadata: { name: "open" },
        spec: { podSelector: {}, ingress: [{}] },
      }),
    "networking.k8s.io/v1/networkpolicies",
  ),
  own(
    "widens its role",
    () =>
      patch(`/apis/${rbac}/clusterroles/tenantry-tenant${dry}`, {
        rules: [{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }],
      }),
    `${rbac}/roles`,
  ),
  own(
    "deletes the binding of its role",
    (ns) => remove(objectOf(ns, `${rbac}/rolebindings`, "tenant")),
    `${rbac}/rolebindings`,
  ),
  own(
    "makes a role",
    (ns) =>
      post(`${resourcePath(ns, `${rbac}/roles`)}${dry}`, {
        apiVersion: rbac,
        kind: "Role",
        metadata: { name: "probe" },
        rules: [],
      }),
    `${rbac}/roles`,
  ),
  own(
    "binds a cluster role",
    (ns) =>
      post(`${resourcePath(ns, `${rbac}/rolebindings`)}${dry}`, {
        apiVersion: rbac,
        kind: "RoleBinding",
        metadata: { name: "probe" },
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "cluster-admin" },
        subjects: [],
      }),
    `${rbac}/rolebindings`,
  ),
  own(
    "makes a service account",
    (ns) =>
      post(`${resourcePath(ns, "serviceaccounts")}${dry}`, {
        apiVersion: "v1",
        kind: "ServiceAccount",
        metadata: { name: "probe" },
      }),
    "serviceaccounts",
  ),
  own(
    "changes its service account",
    (ns) => patch(objectOf(ns, "serviceaccounts", "workload"), { metadata: { annotations: { x: "y" } } }),
    "serviceaccounts",
  ),
  ...["workload", "default"].map((name) =>
    own(
      `mints a token for its service account ${name}`,
      (ns) =>
        post(`${resourcePath(ns, "serviceaccounts")}/${name}/token`, {
          apiVersion: "authentication.k8s.io/v1",
          kind: "TokenRequest",
          spec: { expirationSeconds: 86_400 },
        }),
      "serviceaccounts",
    ),
  ),
  own(
    "points its endpoints at another's address",
    (ns) =>
      post(`${resourcePath(ns, "endpoints")}${dry}`, {
        apiVersion: "v1",
        kind: "Endpoints",
        metadata: { name: "probe" },
        subsets: [{ addresses: [{ ip: "10.0.0.1" }] }],
      }),
    "endpoints",
  ),
  own("points an endpoint slice at another's address", (ns) =>
    post(`${resourcePath(ns, "discovery.k8s.io/v1/endpointslices")}${dry}`, {
      apiVersion: "discovery.k8s.io/v1",
      kind: "EndpointSlice",
      metadata: { name: "probe" },
      addressType: "IPv4",
      endpoints: [],
    }),
  ),
  own(
    "binds a pod to a node past the scheduler",
    (ns) =>
      post(`${resourcePath(ns, "pods")}/probe/binding${dry}`, {
        apiVersion: "v1",
        kind: "Binding",
        metadata: { name: "probe" },
        target: { kind: "Node", name: "any" },
      }),
    "pods",
  ),
  own(
    "adds a container to a running pod",
    (ns) => patch(`${resourcePath(ns, "pods")}/probe/ephemeralcontainers${dry}`, { spec: { ephemeralContainers: [] } }),
    "pods",
  ),
  own(
    "writes events in the platform's name",
    (ns) =>
      post(`${resourcePath(ns, "events")}${dry}`, {
        apiVersion: "v1",
        kind: "Event",
        metadata: { name: "probe" },
        involvedObject: { namespace: ns },
      }),
    "events",
  ),
];
