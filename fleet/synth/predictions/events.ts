import {
  arn,
  hexOf,
  nameFrom,
  type PredictionContext,
  type ServicePredictions,
  tagsAll,
  text,
  uuidOf,
} from "./prediction.ts";

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
  "aws:cloudwatch/eventConnection:EventConnection": {
    id: (context) => nameFrom(context, "name"),
    outputs: (context, name) => ({
      name,
      arn: arn(context, "events", `connection/${name}/${uuidOf(context.urn)}`),
      secretArn: `arn:${context.partition}:secretsmanager:${context.region}:${context.accountId}:secret:events!connection/${name}/${uuidOf(context.urn)}-${hexOf(context.urn, 6)}`,
    }),
  },
  "aws:cloudwatch/eventApiDestination:EventApiDestination": {
    id: (context) => nameFrom(context, "name"),
    outputs: (context, name) => ({
      name,
      arn: arn(context, "events", `api-destination/${name}/${uuidOf(context.urn)}`),
    }),
  },
};
