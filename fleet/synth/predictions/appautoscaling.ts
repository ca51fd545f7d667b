import { arn, hexOf, type ServicePredictions, tagsAll, text } from "./prediction.ts";

/** Application Auto Scaling. */
export const appautoscalingPredictions: ServicePredictions = {
  "aws:appautoscaling/target:Target": {
    id: (context) =>
      ["serviceNamespace", "resourceId", "scalableDimension"].map((name) => text(context, name)).join("/"),
    outputs: (context) => ({
      arn: arn(context, "application-autoscaling", `scalable-target/${hexOf(context.urn, 36)}`),
      ...tagsAll(context),
    }),
  },
  "aws:appautoscaling/policy:Policy": {
    id: (context) => text(context, "name"),
    outputs: () => ({ alarmArns: [] }),
  },
};
