import { type Charge, type ChargeRule, charge, hoursPerMonth, listOf, numberIn, partOf } from "./charge.ts";

/** A control plane; of a version in extended support it costs six times as much, which is not counted. */
const cluster: ChargeRule = () => [charge("eks.cluster", hoursPerMonth)];

/** Metrics that EC2 sends each minute of an instance, charged like any metric: https://aws.amazon.com/cloudwatch/pricing/ */
const detailedMetrics = 7;

/**
 * Nodes that are there from the start, their disks by the launch template, and what is measured of them each minute. More
 * of them come with load, which is use.
 */
const nodeGroup: ChargeRule = ({ name, inputs }, { ofType }) => {
  const nodes = numberIn(partOf(inputs["scalingConfig"])["desiredSize"]);
  const [instanceType, ...others] = listOf(inputs["instanceTypes"]);
  const templates = ofType("aws:ec2/launchTemplate:LaunchTemplate");
  const template = templates.length === 1 ? templates[0] : templates.find((one) => one.name === `${name}-template`);
  // Of several types the cheapest that is to be had is started: which one, nobody knows before.
  if (nodes === undefined || instanceType === undefined || others.length > 0 || !template) return undefined;
  return [
    charge(`ec2.${String(instanceType)}`, nodes * hoursPerMonth),
    ...disksOf(template.inputs, nodes),
    ...(partOf(template.inputs["monitoring"])["enabled"] === true
      ? [charge("cloudwatch.metric", nodes * detailedMetrics)]
      : []),
  ];
};

const disksOf = (template: Readonly<Record<string, unknown>>, nodes: number): readonly Charge[] =>
  listOf(template["blockDeviceMappings"]).map((mapping) => {
    const { volumeType, volumeSize } = partOf(partOf(mapping)["ebs"]);
    return charge(`ebs.${String(volumeType)}`, nodes * (numberIn(volumeSize) ?? 0));
  });

/** Gateway endpoints are free; an interface is charged in each zone. */
const endpoint: ChargeRule = ({ inputs: { vpcEndpointType, subnetIds } }) =>
  vpcEndpointType === "Interface"
    ? [charge("vpc.endpoint", Math.max(1, listOf(subnetIds).length) * hoursPerMonth)]
    : [];

export const computeCharges: Readonly<Record<string, ChargeRule>> = {
  "aws:eks/cluster:Cluster": cluster,
  "aws:eks/nodeGroup:NodeGroup": nodeGroup,
  "aws:ec2/vpcEndpoint:VpcEndpoint": endpoint,
  "aws:lb/loadBalancer:LoadBalancer": ({ inputs: { loadBalancerType } }) => [
    charge(`lb.${String(loadBalancerType ?? "application")}`, hoursPerMonth),
  ],
  /** At least 100 MB are charged: https://aws.amazon.com/elasticache/pricing/ */
  "aws:elasticache/serverlessCache:ServerlessCache": ({ inputs: { engine } }) => [
    charge(`elasticache.${String(engine)}.data`, 0.1 * hoursPerMonth),
  ],
};
