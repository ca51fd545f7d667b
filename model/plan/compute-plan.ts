import type { PodScalingPlan } from "./scaling-plan.ts";

/** What a tenant's namespace may use, in Kubernetes' own notation (`2`, `500m`, `4Gi`). */
export interface NamespaceQuotaPlan {
  readonly hard: Readonly<Record<string, string>>;
  readonly containerDefaults: Readonly<Record<"cpu" | "memory", string>>;
  readonly containerDefaultRequests: Readonly<Record<"cpu" | "memory", string>>;
  readonly containerMaximum: Readonly<Record<"cpu" | "memory", string>>;
}

/** Nodes that only this tenant's pods run on; tainted `tenantry.io/tenant=<id>:NoSchedule`. */
export interface NodeGroupPlan {
  readonly nodeGroupName: string;
  readonly nodeRoleName: string;
  readonly instanceTypes: readonly string[];
  readonly minSize: number;
  readonly maxSize: number;
  readonly diskSizeGib: number;
}

/** The customer's product, as it runs in the tenant's namespace (from `application/application.yaml`). */
export interface WorkloadPlan {
  readonly name: string;
  readonly image: string;
  readonly port: number;
  readonly replicas: number;
  readonly livenessPath: string;
  readonly readinessPath: string;
  readonly requests: Readonly<Record<"cpu" | "memory", string>>;
  readonly limits: Readonly<Record<"cpu" | "memory", string>>;
  /** Hands the tenant's published configuration to the application, inside its own pods. */
  readonly configurationAgent: {
    readonly image: string;
    readonly requests: Readonly<Record<"cpu" | "memory", string>>;
    readonly limits: Readonly<Record<"cpu" | "memory", string>>;
  };
  /** Plain settings; never a secret. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Where and how a tenant's pods run. */
export interface ComputePlan {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly quota: NamespaceQuotaPlan;
  readonly serviceAccountName: string;
  readonly workload: WorkloadPlan;
  /** How the number of pods follows the load; absent where it stays at `workload.replicas`. */
  readonly scaling?: PodScalingPlan;
  /** From isolation `database` up in a shared cell; absent elsewhere (the pool's nodes, or a cluster of one's own). */
  readonly nodeGroup?: NodeGroupPlan;
}
