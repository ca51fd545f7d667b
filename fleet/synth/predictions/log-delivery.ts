import { arn, hexOf, nameFrom, type ServicePredictions, tagsAll, text } from "./prediction.ts";

/** Deliveries of CloudWatch Logs: where a service's own logs go. */
export const logDeliveryPredictions: ServicePredictions = {
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": {
    id: (context) => nameFrom(context, "name"),
    outputs: (context, name) => ({
      name,
      arn: arn(context, "logs", `delivery-source:${name}`),
      service: text(context, "resourceArn").split(":")[2] ?? "",
      ...tagsAll(context),
    }),
  },
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": {
    id: (context) => nameFrom(context, "name"),
    outputs: (context, name) => ({
      name,
      arn: arn(context, "logs", `delivery-destination:${name}`),
      deliveryDestinationType: "S3",
      ...tagsAll(context),
    }),
  },
  "aws:cloudwatch/logDelivery:LogDelivery": {
    id: ({ urn }) => hexOf(urn, 16),
    outputs: (context, id) => ({ arn: arn(context, "logs", `delivery:${id}`), ...tagsAll(context) }),
  },
};
