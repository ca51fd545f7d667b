import { nameFrom, type PredictionContext, type TypePrediction } from "./prediction.ts";

/** Any kind: the id is `namespace/name`, or the name alone where the kind is the cluster's. */
export const kubernetesPrediction: TypePrediction = {
  id: (context) => {
    const metadata = metadataOf(context);
    const name = nameFrom({ ...context, inputs: metadata }, "name");
    return typeof metadata["namespace"] === "string" ? `${metadata["namespace"]}/${name}` : name;
  },
};

function metadataOf({ inputs }: PredictionContext): Readonly<Record<string, unknown>> {
  return (inputs["metadata"] as Record<string, unknown> | undefined) ?? {};
}
