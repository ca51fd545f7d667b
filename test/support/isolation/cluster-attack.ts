import type { Isolation } from "../../../model/isolation.ts";
import type { ClusterRequest } from "./cluster-call.ts";

/** One tenant as an attacker sees it in a cluster. */
export interface ClusterPlace {
  readonly tenant: string;
  readonly namespace: string;
  /** Host name that its Ingresses may claim. */
  readonly hostname: string;
  /** `nodeSelector` that its pods need; empty where its nodes are everybody's. */
  readonly nodeSelector: Readonly<Record<string, string>>;
}

export interface ClusterDuel {
  readonly own: ClusterPlace;
  readonly other: ClusterPlace;
}

/** Something that a tenant asks a cluster for and must not get, and the same for itself, which it must get. */
export interface ClusterAttack {
  readonly title: string;
  /** Every level where absent. Levels with a cluster each have no neighbour in it: its names are unknown there. */
  readonly levels?: readonly Isolation[];
  attempt(duel: ClusterDuel): ClusterRequest;
  /** Status 403, and words of whoever must refuse, so that a refusal for another reason does not count. */
  readonly refusedBy: RegExp;
  twin(duel: ClusterDuel): ClusterRequest;
}

/** By the tenant's role. */
export const byRole = /forbidden: User "system:serviceaccount:/;

/** Nothing that is written with it stays; admission and quota judge it all the same. */
export const dry = "?dryRun=All";
const core = (namespace: string) => `/api/v1/namespaces/${namespace}`;
/** Where a resource of a namespace is, e.g. `pods` or `apps/v1/deployments`. */
export const resourcePath = (namespace: string, resource: string): string => {
  const parts = resource.split("/");
  return parts.length === 1
    ? `${core(namespace)}/${resource}`
    : `/apis/${parts[0]}/${parts[1]}/namespaces/${namespace}/${parts[2]}`;
};

export const configMap = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "probe" }, data: { word: "x" } };

const restricted = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ["ALL"] },
  runAsNonRoot: true,
  runAsUser: 1000,
  seccompProfile: { type: "RuntimeDefault" },
};

/** A pod that every guard rail lets through; `spec` and `container` replace parts of it. */
export function pod(
  { nodeSelector }: ClusterPlace,
  spec: Readonly<Record<string, unknown>> = {},
  container: Readonly<Record<string, unknown>> = {},
) {
  const main = {
    name: "main",
    image: "registry.example/probe:1.0.0",
    resources: { requests: { cpu: "10m", memory: "16Mi" }, limits: { cpu: "10m", memory: "16Mi" } },
    securityContext: restricted,
    ...container,
  };
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "probe" },
    spec: {
      automountServiceAccountToken: false,
      serviceAccountName: "workload",
      nodeSelector,
      containers: [main],
      ...spec,
    },
  };
}

/** The container's security context with a part of it changed. */
export const insecure = (change: Readonly<Record<string, unknown>>) => ({
  securityContext: { ...restricted, ...change },
});
