import { arn, nameFrom, type PredictionContext, type ServicePredictions, tagsAll, text } from "./prediction.ts";

/** A rule of the default bus has its name as id, one of another bus that bus' before it. */
function ofBus(context: PredictionContext, name: string): string {
  const bus = text(context, "eventBusName").replace(/^arn:.*:event-bus\//, "");
  return bus === "" || bus === "default" ? name : `${bus}/${name}`;
}

/** Amazon EventBridge: buses and rules. */
export const eventsPredictions: ServicePredictions = {
  "aws:cloudwatch/eventBus:EventBus": {
    id: (context) => nameFrom(context, "name"),
    outputs: (context, name) => ({ name, arn: arn(context, "events", `event-bus/${name}`), ...tagsAll(context) }),
  },
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy": { id: (context) => text(context, "eventBusName") || "default" },
  "aws:cloudwatch/eventRule:EventRule": {
    id: (context) => ofBus(context, nameFrom(context, "name")),
    outputs: (context, id) => ({
      name: nameFrom(context, "name"),
      arn: arn(context, "events", `rule/${id}`),
      ...tagsAll(context),
    }),
  },
  "aws:cloudwatch/eventTarget:EventTarget": {
    id: (context) => ofBus(context, `${text(context, "rule")}-${text(context, "targetId")}`).replace("/", "-"),
  },
};
