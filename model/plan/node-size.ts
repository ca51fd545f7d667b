/**
 * The node that tenants' pods run on, and what EKS leaves of it to pods.
 *
 * `m7i.large` has 2 vCPU and 8 GiB. Kubelet and system keep 70 thousandths of a core and, at the 29 pods that its
 * network interfaces allow, 255 MiB + 11 MiB a pod and 100 MiB for eviction. Source: "Reserved resources" in the
 * bootstrap of the EKS-optimised image, and the list of maximum pods per instance type.
 */
export const nodeSize = {
  instanceType: "m7i.large",
  allocatableMillicores: 1930,
  allocatableBytes: 8 * 2 ** 30 - (255 + 11 * 29 + 100) * 2 ** 20,
  maximumPods: 29,
  diskSizeGib: 50,
} as const;

/** Pods that the platform itself runs on every node: network, DNS, storage driver, pod identity agent, metrics. */
const systemPods = 6;

/** Pods of tenants that one node has room for. */
export const podsPerNode: number = nodeSize.maximumPods - systemPods;

/** A managed node group's most nodes. Source: Amazon EKS service quotas. */
const mostNodes = 450;

/** Nodes that hold `pods` pods of this size at once, at least `atLeast`, within the service's 450. */
export function nodesFor(
  pods: number,
  pod: { readonly millicores: number; readonly bytes: number },
  atLeast: number,
): number {
  const perNode = Math.min(
    Math.floor(nodeSize.allocatableMillicores / pod.millicores),
    Math.floor(nodeSize.allocatableBytes / pod.bytes),
    podsPerNode,
  );
  if (perNode < 1) {
    throw new RangeError(
      `a pod of ${pod.millicores}m CPU and ${pod.bytes} bytes does not fit on one ${nodeSize.instanceType}`,
    );
  }
  return Math.min(mostNodes, Math.max(atLeast, Math.ceil(pods / perNode)));
}
