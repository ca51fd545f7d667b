const read = ["get", "list", "watch"];
const write = [...read, "create", "update", "patch", "delete"];

/**
 * What a tenant may do in its namespace, written out: no wildcard, so that a new kind of thing is closed until somebody
 * opens it.
 *
 * Guard rails (network policies, quotas, limits, roles, the namespace itself) are read-only, and nothing mints tokens,
 * impersonates or binds. Secrets are the tenant's own; a token Secret for a service account of the namespace is worth
 * what the namespace's accounts are worth, which is this very role.
 *
 * One ClusterRole for all tenants, bound in each namespace by a RoleBinding: so "namespaces" is the one that it is bound in.
 */
export const tenantRoleRules = [
  {
    apiGroups: [""],
    resources: ["pods", "services", "configmaps", "secrets", "persistentvolumeclaims"],
    verbs: write,
  },
  { apiGroups: [""], resources: ["pods/log", "pods/status", "events", "endpoints"], verbs: read },
  { apiGroups: [""], resources: ["pods/exec", "pods/portforward"], verbs: ["create", "get"] },
  { apiGroups: [""], resources: ["resourcequotas", "limitranges", "serviceaccounts"], verbs: read },
  { apiGroups: [""], resources: ["namespaces"], verbs: ["get"] },
  { apiGroups: ["apps"], resources: ["deployments", "replicasets", "statefulsets"], verbs: write },
  { apiGroups: ["apps"], resources: ["deployments/scale", "statefulsets/scale"], verbs: ["get", "update", "patch"] },
  { apiGroups: ["batch"], resources: ["jobs", "cronjobs"], verbs: write },
  { apiGroups: ["autoscaling"], resources: ["horizontalpodautoscalers"], verbs: write },
  { apiGroups: ["policy"], resources: ["poddisruptionbudgets"], verbs: write },
  { apiGroups: ["networking.k8s.io"], resources: ["ingresses"], verbs: write },
  { apiGroups: ["networking.k8s.io"], resources: ["networkpolicies"], verbs: read },
  { apiGroups: ["rbac.authorization.k8s.io"], resources: ["roles", "rolebindings"], verbs: read },
];
