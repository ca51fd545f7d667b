import { memoryBytes, millicores } from "../../model/kubernetes-quantity.ts";
import type { ComputePlan } from "../../model/plan/compute-plan.ts";
import { nodeSize, podsPerNode } from "../../model/plan/node-size.ts";

/**
 * Share of a node that one pod of a tenant takes: of processors, memory or places for pods, whatever it takes most of,
 * since that is what a further node is started for.
 */
export function nodeShareOfPod({ workload: { requests, configurationAgent } }: ComputePlan): number {
  const cpu = millicores(requests.cpu) + millicores(configurationAgent.requests.cpu);
  const bytes = memoryBytes(requests.memory) + memoryBytes(configurationAgent.requests.memory);
  return Math.max(cpu / nodeSize.allocatableMillicores, bytes / nodeSize.allocatableBytes, 1 / podsPerNode);
}
