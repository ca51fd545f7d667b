import { formatMemoryBytes, formatMillicores, memoryBytes, millicores } from "../kubernetes-quantity.ts";
import type { tenantNames } from "../naming.ts";
import { quantityOf } from "../quantity.ts";
import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import type { ApplicationSpec } from "../specs/application-spec.ts";
import type { CellSpec } from "../specs/cell-spec.ts";
import type { ComputePlan, NamespaceQuotaPlan, NodeGroupPlan } from "./compute-plan.ts";
import { nodeSize, nodesFor } from "./node-size.ts";
import { planPodScaling } from "./plan-scaling.ts";

type Names = ReturnType<typeof tenantNames>;
type Resources = ApplicationSpec["workload"]["per_isolation"]["shared"];

/** Name of the Kubernetes service account that the workload runs as, in every tenant's namespace. */
const serviceAccountName = "workload";

/** Share of a Deployment that Kubernetes starts in addition while it rolls (its default `maxSurge`). */
const surgeShare = 0.25;

/** Where and how the tenant's pods run; every number follows from the tier's auto-scaling and the application's pod. */
export function planCompute(
  resolved: ResolvedTenant,
  application: ApplicationSpec,
  cell: Pick<CellSpec, "kubernetes">,
  names: Names,
  configurationUrl: string,
): ComputePlan {
  const { spec, configuration: tier } = resolved;
  const { workload } = application;
  const resources = workload.per_isolation[spec.placement.isolation];
  const pod = podResources(resources, workload.configuration_agent);
  const scaling = planPodScaling(tier, cell);
  return {
    namespace: names.namespace,
    labels: {
      "app.kubernetes.io/managed-by": "tenantry",
      "tenantry.io/tenant": spec.id,
      "tenantry.io/tier": tier.tier,
      "tenantry.io/isolation": spec.placement.isolation,
    },
    annotations: {},
    quota: planQuota(resolved, resources, pod),
    serviceAccountName,
    workload: {
      name: application.name,
      image: workload.image,
      port: workload.port,
      replicas: tier.infrastructure.auto_scaling.min_capacity,
      livenessPath: workload.probes.liveness,
      readinessPath: workload.probes.readiness,
      requests: resources.requests,
      limits: resources.limits,
      configurationAgent: workload.configuration_agent,
      environment: { ...workload.environment, TENANT_ID: spec.id, CONFIGURATION_URL: configurationUrl },
    },
    ...(scaling === undefined ? {} : { scaling }),
    ...(spec.placement.isolation === "database" ? { nodeGroup: planNodeGroup(resolved, pod, names) } : {}),
  };
}

/** Pods that the namespace may hold: the workload at its largest, while it rolls. */
const mostPods = (maxCapacity: number) => maxCapacity + Math.ceil(maxCapacity * surgeShare);

/** What a whole pod asks for and may use: the application's container and the one beside it. */
function podResources(application: Resources, agent: Resources): Resources {
  const sum = (of: "requests" | "limits") => ({
    cpu: formatMillicores(millicores(application[of].cpu) + millicores(agent[of].cpu)),
    memory: formatMemoryBytes(memoryBytes(application[of].memory) + memoryBytes(agent[of].memory)),
  });
  return { requests: sum("requests"), limits: sum("limits") };
}

function planQuota(
  { configuration: tier }: ResolvedTenant,
  container: Resources,
  { requests, limits }: Resources,
): NamespaceQuotaPlan {
  const pods = mostPods(tier.infrastructure.auto_scaling.max_capacity);
  const storage = quantityOf(tier.configuration.limits.storage_gb);
  const cpu = (amount: string) => formatMillicores(millicores(amount) * pods);
  const memory = (amount: string) => formatMemoryBytes(memoryBytes(amount) * pods);
  return {
    hard: {
      "requests.cpu": cpu(requests.cpu),
      "requests.memory": memory(requests.memory),
      "limits.cpu": cpu(limits.cpu),
      "limits.memory": memory(limits.memory),
      ...(storage.kind === "limited" ? { "requests.storage": `${storage.amount}G` } : {}),
      pods: `${pods}`,
      "services.nodeports": "0",
      "services.loadbalancers": "0",
      ...objectCounts,
    },
    containerDefaults: container.limits,
    containerDefaultRequests: container.requests,
    containerMaximum: container.limits,
  };
}

/** Objects of each kind in one namespace: ample for one application, and an end to what one tenant can do to etcd. */
const objectCounts = {
  persistentvolumeclaims: "20",
  "count/configmaps": "100",
  "count/secrets": "100",
  "count/services": "20",
  "count/deployments.apps": "20",
  "count/replicasets.apps": "200",
  "count/statefulsets.apps": "20",
  "count/jobs.batch": "100",
  "count/cronjobs.batch": "20",
  "count/ingresses.networking.k8s.io": "10",
} as const;

function planNodeGroup({ configuration: tier }: ResolvedTenant, { requests }: Resources, names: Names): NodeGroupPlan {
  const pod = { millicores: millicores(requests.cpu), bytes: memoryBytes(requests.memory) };
  const { min_capacity, max_capacity } = tier.infrastructure.auto_scaling;
  // Two nodes, so that one zone's failure leaves the tenant running.
  const minSize = nodesFor(min_capacity, pod, 2);
  return {
    nodeGroupName: names.nodeGroup,
    nodeRoleName: names.nodeRole,
    instanceTypes: [nodeSize.instanceType],
    minSize,
    maxSize: nodesFor(mostPods(max_capacity), pod, minSize),
    diskSizeGib: nodeSize.diskSizeGib,
  };
}
