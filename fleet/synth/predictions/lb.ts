import { arn, hexOf, nameFrom, type ServicePredictions, tagsAll, text } from "./prediction.ts";

/** Elastic Load Balancing. */
export const lbPredictions: ServicePredictions = {
  "aws:lb/loadBalancer:LoadBalancer": {
    id: (context) =>
      arn(context, "elasticloadbalancing", `loadbalancer/app/${nameFrom(context, "name")}/${hexOf(context.urn, 16)}`),
    outputs: (context, id) => ({
      arn: id,
      arnSuffix: `app/${nameFrom(context, "name")}/${hexOf(context.urn, 16)}`,
      dnsName: `${context.inputs["internal"] === true ? "internal-" : ""}${nameFrom(context, "name")}-${Number.parseInt(hexOf(context.urn, 7), 16)}.${context.region}.elb.amazonaws.com`,
      zoneId: "Z35SXDOTRQ7X7K",
      ...tagsAll(context),
    }),
  },
  "aws:lb/targetGroup:TargetGroup": {
    id: (context) =>
      arn(context, "elasticloadbalancing", `targetgroup/${nameFrom(context, "name")}/${hexOf(context.urn, 16)}`),
    outputs: (context, id) => ({
      arn: id,
      arnSuffix: `targetgroup/${nameFrom(context, "name")}/${hexOf(context.urn, 16)}`,
      ...tagsAll(context),
    }),
  },
  "aws:lb/listener:Listener": {
    id: (context) =>
      `${text(context, "loadBalancerArn").replace(":loadbalancer/", ":listener/")}/${hexOf(context.urn, 16)}`,
    outputs: (context, id) => ({ arn: id, ...tagsAll(context) }),
  },
};
