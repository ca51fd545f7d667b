import { hexOf, type PredictionContext, type ServicePredictions, uuidOf } from "./prediction.ts";

/** Letters and digits of the length asked for. */
function letters({ urn, inputs }: PredictionContext): string {
  const length = typeof inputs["length"] === "number" ? inputs["length"] : 16;
  return hexOf(urn, 64)
    .repeat(Math.ceil(length / 64))
    .slice(0, length);
}

/** Values that the random provider draws. */
export const randomPredictions: ServicePredictions = {
  "random:index/randomPassword:RandomPassword": {
    id: () => "none",
    outputs: (context) => ({ result: letters(context) }),
  },
  "random:index/randomString:RandomString": { id: letters, outputs: (context) => ({ result: letters(context) }) },
  "random:index/randomUuid:RandomUuid": {
    id: ({ urn }) => uuidOf(urn),
    outputs: ({ urn }) => ({ result: uuidOf(urn) }),
  },
  "random:index/randomId:RandomId": {
    id: ({ urn }) => hexOf(urn, 16),
    outputs: ({ urn }) => ({ hex: hexOf(urn, 16), dec: BigInt(`0x${hexOf(urn, 16)}`).toString() }),
  },
};
