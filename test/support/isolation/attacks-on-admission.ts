import { type ClusterAttack, type ClusterDuel, dry, insecure, pod, resourcePath } from "./cluster-attack.ts";

const post = (namespace: string, resource: string, body: unknown) =>
  ({ method: "POST", path: `${resourcePath(namespace, resource)}${dry}`, body }) as const;
const byPodSecurity = /violates PodSecurity "restricted:latest"/;
const byPolicy = (name: string) => new RegExp(`ValidatingAdmissionPolicy '${name}'.* denied request`);
const restrictedPod = ({ own }: ClusterDuel) => post(own.namespace, "pods", pod(own));

const runs = (
  title: string,
  spec: (duel: ClusterDuel) => Readonly<Record<string, unknown>>,
  refusedBy: RegExp = byPodSecurity,
  container: Readonly<Record<string, unknown>> = {},
): ClusterAttack => ({
  title: `runs a pod ${title}`,
  attempt: (duel) => post(duel.own.namespace, "pods", pod(duel.own, spec(duel), container)),
  refusedBy,
  twin: restrictedPod,
});
const insecurely = (title: string, change: Readonly<Record<string, unknown>>) =>
  runs(title, () => ({}), byPodSecurity, insecure(change));

const attacksOnPods: readonly ClusterAttack[] = [
  insecurely("that is privileged", { privileged: true, allowPrivilegeEscalation: true }),
  insecurely("that may gain privileges", { allowPrivilegeEscalation: true }),
  insecurely("as root", { runAsNonRoot: false, runAsUser: 0 }),
  insecurely("with a capability", { capabilities: { drop: ["ALL"], add: ["NET_ADMIN"] } }),
  insecurely("without a seccomp profile", { seccompProfile: { type: "Unconfined" } }),
  runs("with a path of the node", () => ({ volumes: [{ name: "host", hostPath: { path: "/" } }] })),
  runs("in the node's network", () => ({ hostNetwork: true })),
  runs("among the node's processes", () => ({ hostPID: true })),
  runs("in the node's IPC", () => ({ hostIPC: true })),
  runs("on a port of the node", () => ({}), byPodSecurity, { ports: [{ containerPort: 80, hostPort: 80 }] }),
  runs("with unsafe kernel settings", () => ({
    securityContext: { sysctls: [{ name: "kernel.msgmax", value: "1" }] },
  })),
  runs("on a node of its choice, past the scheduler", () => ({ nodeName: "any" }), byPolicy("tenantry-pods")),
  runs(
    "with the system's priority",
    () => ({ priorityClassName: "system-node-critical", priority: 2_000_001_000 }),
    byPolicy("tenantry-pods"),
  ),
  runs("that tolerates every taint", () => ({ tolerations: [{ operator: "Exists" }] }), byPolicy("tenantry-pods")),
  runs(
    "that tolerates another tenant's nodes",
    ({ other }) => ({
      tolerations: [{ key: "tenantry.io/tenant", operator: "Equal", value: other.tenant, effect: "NoSchedule" }],
    }),
    byPolicy("tenantry-pods"),
  ),
  runs(
    "that selects another tenant's nodes",
    ({ other }) => ({ nodeSelector: { "tenantry.io/tenant": other.tenant } }),
    byPolicy("tenantry-pods"),
  ),
  runs("larger than its limits", () => ({}), /maximum cpu usage per Container|exceeded quota/, {
    resources: { requests: { cpu: "1000" }, limits: { cpu: "1000", memory: "16Mi" } },
  }),
];

const service = (spec: Readonly<Record<string, unknown>>) => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "probe" },
  spec: { ports: [{ port: 80 }], ...spec },
});
const serves = (title: string, spec: Readonly<Record<string, unknown>>): ClusterAttack => ({
  title: `makes a service ${title}`,
  attempt: ({ own }) => post(own.namespace, "services", service(spec)),
  refusedBy: byPolicy("tenantry-services"),
  twin: ({ own }) => post(own.namespace, "services", service({ type: "ClusterIP" })),
});

const attacksOnServices: readonly ClusterAttack[] = [
  serves("with a load balancer", { type: "LoadBalancer" }),
  serves("on a port of every node", { type: "NodePort" }),
  serves("that is another name for the platform's", { type: "ExternalName", externalName: "kubernetes.default.svc" }),
  serves("that takes addresses of others", { type: "ClusterIP", externalIPs: ["10.0.0.1"] }),
];

const backend = { service: { name: "probe", port: { number: 80 } } };
const ingress = (spec: Readonly<Record<string, unknown>>) => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name: "probe" },
  spec,
});
const rule = (host: string | undefined) => ({
  ...(host === undefined ? {} : { host }),
  http: { paths: [{ path: "/", pathType: "Prefix", backend }] },
});
const claims = (title: string, spec: (duel: ClusterDuel) => Readonly<Record<string, unknown>>): ClusterAttack => ({
  title: `makes an ingress ${title}`,
  attempt: (duel) => post(duel.own.namespace, "networking.k8s.io/v1/ingresses", ingress(spec(duel))),
  refusedBy: byPolicy("tenantry-ingresses"),
  twin: ({ own }) =>
    post(
      own.namespace,
      "networking.k8s.io/v1/ingresses",
      ingress({ rules: [rule(own.hostname)], tls: [{ hosts: [own.hostname] }] }),
    ),
});

const attacksOnIngresses: readonly ClusterAttack[] = [
  claims("for another's host name", ({ other }) => ({ rules: [rule(other.hostname)] })),
  claims("for another's host name beside its own", ({ own, other }) => ({
    rules: [rule(own.hostname), rule(other.hostname)],
  })),
  claims("for every host name", () => ({ rules: [rule(undefined)] })),
  claims("for a wildcard", () => ({ rules: [rule("*.duel.example")] })),
  claims("for what nobody else answers", () => ({ defaultBackend: backend })),
  claims("with another's certificate name", ({ own, other }) => ({
    rules: [rule(own.hostname)],
    tls: [{ hosts: [other.hostname] }],
  })),
];

const secret = (type: string) => ({
  apiVersion: "v1",
  kind: "Secret",
  type,
  metadata: { name: "probe", annotations: { "kubernetes.io/service-account.name": "workload" } },
});
const claim = (storage: string) => ({
  apiVersion: "v1",
  kind: "PersistentVolumeClaim",
  metadata: { name: "probe" },
  spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage } } },
});

/** What a tenant's role lets it ask for and admission, pod security or quota refuse. */
export const attacksOnAdmission: readonly ClusterAttack[] = [
  ...attacksOnPods,
  ...attacksOnServices,
  ...attacksOnIngresses,
  {
    title: "makes a token of its service account that never ends",
    attempt: ({ own }) => post(own.namespace, "secrets", secret("kubernetes.io/service-account-token")),
    refusedBy: byPolicy("tenantry-secrets"),
    twin: ({ own }) => post(own.namespace, "secrets", secret("Opaque")),
  },
  {
    title: "claims more storage than was sold",
    // The tier with a cluster of its own sells storage without a bound.
    levels: ["shared", "schema", "database"],
    attempt: ({ own }) => post(own.namespace, "persistentvolumeclaims", claim("900000Ti")),
    refusedBy: /exceeded quota: tenant/,
    twin: ({ own }) => post(own.namespace, "persistentvolumeclaims", claim("100Mi")),
  },
];
