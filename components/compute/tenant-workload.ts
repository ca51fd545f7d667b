import { Deployment } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import * as pulumi from "@pulumi/pulumi";
import type { ComputePlan, WorkloadPlan } from "../../model/plan/compute-plan.ts";
import { declarePodAutoscaler } from "../scaling/pod-autoscaler.ts";
import { tenantNodeKey } from "./node-group.ts";
import type { TenantNamespace } from "./tenant-namespace.ts";

export interface TenantWorkloadArgs {
  readonly plan: ComputePlan;
  readonly tenantId: string;
  readonly namespace: TenantNamespace;
  /** Whether the workload runs; a suspended tenant's has no pods. */
  readonly running: boolean;
  readonly region: string;
  /** Done once the document that the application reads is published. */
  readonly configurationPublished: pulumi.Resource;
}

/** An id that is no user of the node, and that images need not know. */
const unprivilegedUser = 65532;

/**
 * The customer's product, as it runs for one tenant: its pods, their address inside the namespace, and its settings.
 *
 * Costs the pods. It holds no data.
 */
export class TenantWorkload extends pulumi.ComponentResource {
  constructor(name: string, args: TenantWorkloadArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantWorkload", name, {}, opts);
    const { workload } = args.plan;
    const inside = {
      parent: this,
      deletedWith: args.namespace.namespace,
      dependsOn: [...args.namespace.guardRails, args.configurationPublished],
    };
    const matchLabels = { "app.kubernetes.io/name": workload.name };
    const metadata = { name: workload.name, namespace: args.namespace.namespaceName, labels: matchLabels };

    new Deployment(
      name,
      {
        // Nothing waits for pods: an image that does not start is the application's, and its alarms tell of it.
        // A suspension takes the number of pods from the autoscaler that set it last, which needs force.
        metadata: { ...metadata, annotations: { "pulumi.com/skipAwait": "true", "pulumi.com/patchForce": "true" } },
        spec: {
          ...replicasOf(args),
          selector: { matchLabels },
          template: { metadata: { labels: matchLabels }, spec: podSpec(args) },
        },
      },
      inside,
    );
    new Service(
      `${name}-service`,
      {
        metadata: { ...metadata, annotations: { "pulumi.com/skipAwait": "true" } },
        spec: {
          type: "ClusterIP",
          selector: matchLabels,
          ports: [{ name: "http", port: 80, targetPort: workload.port, protocol: "TCP" }],
        },
      },
      inside,
    );
    // Of a single pod it would tell nobody anything: it is disrupted or the node is never drained.
    if (workload.replicas >= 2) {
      new PodDisruptionBudget(
        `${name}-disruption-budget`,
        { metadata, spec: { maxUnavailable: 1, selector: { matchLabels } } },
        inside,
      );
    }
    if (args.plan.scaling !== undefined) {
      declarePodAutoscaler(
        `${name}-autoscaler`,
        { plan: args.plan.scaling, tenantId: args.tenantId, metadata },
        inside,
      );
    }
    this.registerOutputs({});
  }
}

/** The autoscaler decides on the number of pods where there is one, and Kubernetes starts with 1; none while suspended. */
function replicasOf({ plan, running }: TenantWorkloadArgs): { replicas?: number } {
  if (!running) return { replicas: 0 };
  return plan.scaling === undefined ? { replicas: plan.workload.replicas } : {};
}

function podSpec({ plan, tenantId, region }: TenantWorkloadArgs) {
  const toleration = { key: tenantNodeKey, operator: "Equal", value: tenantId, effect: "NoSchedule" };
  const ownNodes =
    plan.nodeGroup === undefined ? {} : { nodeSelector: { [tenantNodeKey]: tenantId }, tolerations: [toleration] };
  return {
    serviceAccountName: plan.serviceAccountName,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: unprivilegedUser,
      runAsGroup: unprivilegedUser,
      fsGroup: unprivilegedUser,
      seccompProfile: { type: "RuntimeDefault" },
    },
    containers: [container(plan.workload), configurationAgent(plan.workload, region)],
    volumes: [{ name: "scratch", emptyDir: {} }],
    ...ownNodes,
  };
}

function container(workload: WorkloadPlan) {
  const probe = (path: string) => ({ httpGet: { path, port: workload.port } });
  return {
    name: workload.name,
    image: workload.image,
    // Whoever may not read the image from its registry gets it from no node's cache either.
    imagePullPolicy: "Always",
    ports: [{ name: "http", containerPort: workload.port, protocol: "TCP" }],
    env: Object.entries(workload.environment).map(([name, value]) => ({ name, value })),
    livenessProbe: probe(workload.livenessPath),
    readinessProbe: probe(workload.readinessPath),
    resources: { requests: { ...workload.requests }, limits: { ...workload.limits } },
    securityContext: unprivileged,
    volumeMounts: [{ name: "scratch", mountPath: "/tmp" }],
  };
}

const unprivileged = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ["ALL"] },
};

/** Answers on localhost alone, with what the pod's own identity may read; it asks for a new version every 45 s. */
function configurationAgent({ configurationAgent: { image, requests, limits } }: WorkloadPlan, region: string) {
  return {
    name: "configuration-agent",
    image,
    imagePullPolicy: "Always",
    env: [{ name: "SERVICE_REGION", value: region }],
    resources: { requests: { ...requests }, limits: { ...limits } },
    securityContext: unprivileged,
  };
}
