import { LimitRange } from "@pulumi/kubernetes/core/v1/limitRange.js";
import { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import { ResourceQuota } from "@pulumi/kubernetes/core/v1/resourceQuota.js";
import { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { RoleBinding } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import * as pulumi from "@pulumi/pulumi";
import { tenantClusterRoleName } from "../../model/naming.ts";
import type { ComputePlan, NamespaceQuotaPlan } from "../../model/plan/compute-plan.ts";
import { dedicatedNodesLabel, hostnameAnnotation, tenantLabel } from "./namespace-labels.ts";
import { tenantNetworkPolicy } from "./tenant-network-policy.ts";

export interface TenantNamespaceArgs {
  readonly plan: ComputePlan;
  readonly tenantId: string;
  readonly hostname: string;
}

/**
 * A tenant's part of a cluster: what may run there, how much of it, whom it may talk to, and who may change that.
 *
 * Costs nothing by itself. It holds no data: volumes aside, which the tenant claims, all of it is declared.
 */
export class TenantNamespace extends pulumi.ComponentResource {
  readonly namespaceName: pulumi.Output<string>;
  readonly namespace: Namespace;
  /** Done once limits stand: what runs in the namespace waits for them. */
  readonly guardRails: readonly pulumi.Resource[];

  constructor(name: string, args: TenantNamespaceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantNamespace", name, {}, opts);
    this.namespace = declareNamespace(name, args, { parent: this });
    this.namespaceName = this.namespace.metadata.name;
    const inside = { parent: this, deletedWith: this.namespace };
    const place: Place = { name, namespace: this.namespaceName, opts: inside };

    this.guardRails = [...limitResources(place, args.plan.quota), closeNetwork(place)];
    bindServiceAccount(place, args.plan);
    this.registerOutputs({ namespaceName: this.namespaceName });
  }
}

interface Place {
  readonly name: string;
  readonly namespace: pulumi.Output<string>;
  readonly opts: pulumi.CustomResourceOptions;
}

function declareNamespace(name: string, args: TenantNamespaceArgs, opts: pulumi.CustomResourceOptions): Namespace {
  const { plan, tenantId, hostname } = args;
  const restricted = Object.fromEntries(
    ["enforce", "audit", "warn"].flatMap((mode) => [
      [`pod-security.kubernetes.io/${mode}`, "restricted"],
      // Not the version of today: what is found to be dangerous later is refused then.
      [`pod-security.kubernetes.io/${mode}-version`, "latest"],
    ]),
  );
  const dedicated = plan.nodeGroup === undefined ? {} : { [dedicatedNodesLabel]: "true" };
  const labels = { ...plan.labels, ...restricted, ...dedicated, [tenantLabel]: tenantId };
  const annotations = { ...plan.annotations, [hostnameAnnotation]: hostname };
  return new Namespace(name, { metadata: { name: plan.namespace, labels, annotations } }, opts);
}

function limitResources({ name, namespace, opts }: Place, quota: NamespaceQuotaPlan): pulumi.Resource[] {
  const container = {
    type: "Container",
    default: { ...quota.containerDefaults },
    defaultRequest: { ...quota.containerDefaultRequests },
    max: { ...quota.containerMaximum },
  };
  return [
    new ResourceQuota(
      `${name}-quota`,
      { metadata: { name: "tenant", namespace }, spec: { hard: { ...quota.hard } } },
      opts,
    ),
    new LimitRange(`${name}-limits`, { metadata: { name: "tenant", namespace }, spec: { limits: [container] } }, opts),
  ];
}

function closeNetwork({ name, namespace, opts }: Place): pulumi.Resource {
  return new NetworkPolicy(
    `${name}-network`,
    { metadata: { name: "tenant", namespace }, spec: tenantNetworkPolicy },
    opts,
  );
}

function bindServiceAccount({ name, namespace, opts }: Place, plan: ComputePlan): void {
  const { serviceAccountName } = plan;
  new ServiceAccount(
    `${name}-service-account`,
    { metadata: { name: serviceAccountName, namespace }, automountServiceAccountToken: false },
    opts,
  );
  new RoleBinding(
    `${name}-role-binding`,
    {
      metadata: { name: "tenant", namespace },
      // Bound here, the cluster's role reaches no further than this namespace.
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: tenantClusterRoleName },
      subjects: [{ kind: "ServiceAccount", name: serviceAccountName, namespace }],
    },
    opts,
  );
}
