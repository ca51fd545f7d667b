import { byRole, type ClusterAttack, type ClusterPlace, dry, resourcePath } from "./cluster-attack.ts";

const get = (path: string) => ({ method: "GET", path }) as const;
const post = (path: string, body: unknown) => ({ method: "POST", path, body }) as const;
const readOwn = ({ own }: { readonly own: ClusterPlace }) => get(resourcePath(own.namespace, "configmaps"));
const cluster = (title: string, request: ReturnType<ClusterAttack["attempt"]>, refusedBy = byRole): ClusterAttack => ({
  title,
  attempt: () => request,
  refusedBy,
  twin: readOwn,
});

const clusterWide = [
  "/api/v1/nodes",
  "/api/v1/namespaces",
  "/api/v1/persistentvolumes",
  "/api/v1/secrets",
  "/api/v1/pods",
  "/apis/rbac.authorization.k8s.io/v1/clusterroles",
  "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
  "/apis/storage.k8s.io/v1/storageclasses",
  "/apis/scheduling.k8s.io/v1/priorityclasses",
  "/apis/certificates.k8s.io/v1/certificatesigningrequests",
  "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies",
  "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
  "/apis/apiregistration.k8s.io/v1/apiservices",
  "/metrics",
  "/logs",
  "/debug/pprof/",
  "/api/v1/nodes/any/proxy/",
  "/api/v1/namespaces/kube-system/secrets",
  "/api/v1/namespaces/default/services",
];

const kinds = [
  ["/api/v1/namespaces", { apiVersion: "v1", kind: "Namespace" }],
  ["/api/v1/persistentvolumes", { apiVersion: "v1", kind: "PersistentVolume" }],
  [
    "/apis/rbac.authorization.k8s.io/v1/clusterroles",
    { apiVersion: "rbac.authorization.k8s.io/v1", kind: "ClusterRole" },
  ],
  [
    "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
    { apiVersion: "rbac.authorization.k8s.io/v1", kind: "ClusterRoleBinding" },
  ],
  ["/apis/scheduling.k8s.io/v1/priorityclasses", { apiVersion: "scheduling.k8s.io/v1", kind: "PriorityClass" }],
  [
    "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations",
    { apiVersion: "admissionregistration.k8s.io/v1", kind: "MutatingWebhookConfiguration" },
  ],
  ["/apis/apiregistration.k8s.io/v1/apiservices", { apiVersion: "apiregistration.k8s.io/v1", kind: "APIService" }],
  [
    "/apis/certificates.k8s.io/v1/certificatesigningrequests",
    { apiVersion: "certificates.k8s.io/v1", kind: "CertificateSigningRequest" },
  ],
  [
    "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
    { apiVersion: "apiextensions.k8s.io/v1", kind: "CustomResourceDefinition" },
  ],
  ["/apis/authentication.k8s.io/v1/tokenreviews", { apiVersion: "authentication.k8s.io/v1", kind: "TokenReview" }],
  [
    "/apis/authorization.k8s.io/v1/subjectaccessreviews",
    { apiVersion: "authorization.k8s.io/v1", kind: "SubjectAccessReview" },
  ],
] as const;

/** What a tenant asks of the cluster as a whole. */
export const attacksOnCluster: readonly ClusterAttack[] = [
  ...clusterWide.map((path) => cluster(`reads ${path}`, get(path))),
  ...kinds.map(([path, body]) =>
    cluster(`makes a ${body.kind}`, post(`${path}${dry}`, { ...body, metadata: { name: "probe" } })),
  ),
  ...["system:admin", "system:kube-controller-manager", "system:anonymous"].map((user) =>
    cluster(
      `impersonates ${user}`,
      { ...get("/api/v1/nodes"), headers: { "Impersonate-User": user } },
      /cannot impersonate/,
    ),
  ),
  cluster(
    "impersonates a group",
    { ...get("/api/v1/nodes"), headers: { "Impersonate-User": "x", "Impersonate-Group": "system:masters" } },
    /cannot impersonate/,
  ),
];
