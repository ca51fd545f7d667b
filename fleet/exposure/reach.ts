import type { SynthesisedResource } from "../synth/synthesised-stack.ts";
import { type ExposureRule, exposed, ofType, textsOf } from "./exposure.ts";

/** Type of a store → the input that names its groups. */
const stores: Readonly<Record<string, string>> = {
  "aws:rds/instance:Instance": "vpcSecurityGroupIds",
  "aws:rds/cluster:Cluster": "vpcSecurityGroupIds",
  "aws:rds/proxy:Proxy": "vpcSecurityGroupIds",
  "aws:elasticache/serverlessCache:ServerlessCache": "securityGroupIds",
  "aws:elasticache/replicationGroup:ReplicationGroup": "securityGroupIds",
};

/** Group → the groups that it lets in. */
function groupsLetIn(resources: readonly SynthesisedResource[]): ReadonlyMap<string, ReadonlySet<string>> {
  const letIn = new Map<string, Set<string>>();
  for (const { inputs } of ofType(resources, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")) {
    for (const group of textsOf(inputs["securityGroupId"])) {
      const known = letIn.get(group) ?? new Set<string>();
      for (const other of textsOf(inputs["referencedSecurityGroupId"])) known.add(other);
      letIn.set(group, known);
    }
  }
  return letIn;
}

/**
 * Groups into which something comes that is no group: addresses or lists of them. Everything behind them is reached
 * through one more hop, which has to prove who it is.
 */
function entrances(resources: readonly SynthesisedResource[]): ReadonlySet<string> {
  const outer = ["cidrIpv4", "cidrIpv6", "prefixListId"];
  return new Set(
    ofType(resources, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
      .filter(({ inputs }) => outer.some((name) => inputs[name] !== undefined))
      .flatMap(({ inputs }) => textsOf(inputs["securityGroupId"])),
  );
}

/** No database and no cache is behind an entrance, or one hop from it: the application stands between. */
export const keepsStoresInside: ExposureRule = (resources) => {
  const outer = entrances(resources);
  const letIn = groupsLetIn(resources);
  return Object.entries(stores).flatMap(([type, property]) =>
    ofType(resources, type).flatMap((store) =>
      textsOf(store.inputs[property])
        .filter((group) => outer.has(group) || [...(letIn.get(group) ?? [])].some((other) => outer.has(other)))
        .map(() =>
          exposed("STORE_REACHED_DIRECTLY", store, "is reached from an entrance without the application between"),
        ),
    ),
  );
};
