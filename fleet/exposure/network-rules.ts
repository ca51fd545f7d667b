import type { SynthesisedResource } from "../synth/synthesised-stack.ts";
import { type Exposure, type ExposureRule, exposed, type Inputs, mapsOf, ofType, textsOf } from "./exposure.ts";

const ingressType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const ranges = ["cidrIpv4", "cidrIpv6"] as const;
const inlineRanges = ["cidrBlocks", "ipv6CidrBlocks"] as const;

/** Who may come in is a group, never a range of addresses: whoever is at an address is not known by it. */
export const trustsNoAddresses: ExposureRule = (resources) => [
  ...ofType(resources, ingressType)
    .filter(({ inputs }) => ranges.some((name) => inputs[name] !== undefined))
    .map((rule) =>
      exposed(
        "GROUP_TRUSTS_ADDRESSES",
        rule,
        `lets in ${ranges.flatMap((name) => textsOf(rule.inputs[name])).join(", ")}, not a group`,
      ),
    ),
  ...[
    ...ofType(resources, "aws:ec2/securityGroup:SecurityGroup"),
    ...ofType(resources, "aws:ec2/securityGroupRule:SecurityGroupRule"),
  ].flatMap(inlineExposures),
];

function inlineExposures(group: SynthesisedResource): readonly Exposure[] {
  const rules = group.type.includes("Rule") ? [group.inputs] : mapsOf(group.inputs["ingress"]);
  return rules
    .filter((rule) => inlineRanges.some((name) => textsOf(rule[name]).length > 0))
    .map((rule) =>
      exposed(
        "GROUP_TRUSTS_ADDRESSES",
        group,
        `lets in ${inlineRanges.flatMap((name) => textsOf(rule[name])).join(", ")}, not a group`,
      ),
    );
}

interface PublicSwitch {
  readonly type: string;
  readonly isPublic: (inputs: Inputs) => boolean;
  readonly reason: string;
}

const publicSwitches: readonly PublicSwitch[] = [
  ...["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance"].map((type) => ({
    type,
    isPublic: (inputs: Inputs) => inputs["publiclyAccessible"] === true,
    reason: "has a public address",
  })),
  {
    type: "aws:ec2/subnet:Subnet",
    isPublic: (inputs) => inputs["mapPublicIpOnLaunch"] === true,
    reason: "gives what is in it public addresses",
  },
  {
    type: "aws:eks/cluster:Cluster",
    isPublic: ({ vpcConfig }) =>
      mapsOf(vpcConfig).some((one) => one["endpointPublicAccess"] !== false || one["endpointPrivateAccess"] !== true),
    reason: "answers the internet: its endpoint is not private",
  },
  {
    type: "aws:lb/loadBalancer:LoadBalancer",
    isPublic: (inputs) => inputs["internal"] !== true,
    reason: "faces the internet",
  },
];

/** Nothing but the edge has an address in the internet. */
export const hasNoPublicAddress: ExposureRule = (resources) =>
  publicSwitches.flatMap(({ type, isPublic, reason }) =>
    ofType(resources, type)
      .filter(({ inputs }) => isPublic(inputs))
      .map((resource) => exposed("PUBLIC_ADDRESS", resource, reason)),
  );

/** Services of the internet's that may be let in by their list of addresses: the edge's alone, in front of a load balancer. */
export const entersByTheEdge: ExposureRule = (resources) => {
  const balancers = new Set(
    ofType(resources, "aws:lb/loadBalancer:LoadBalancer").flatMap(({ inputs }) => textsOf(inputs["securityGroups"])),
  );
  return ofType(resources, ingressType)
    .filter(({ inputs }) => inputs["prefixListId"] !== undefined)
    .filter(({ inputs }) => !textsOf(inputs["securityGroupId"]).every((group) => balancers.has(group)))
    .map((rule) => exposed("ENTRANCE_BESIDE_THE_EDGE", rule, "lets a list of addresses in where no load balancer is"));
};
