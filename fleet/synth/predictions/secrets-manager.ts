import { arn, hexOf, nameFrom, type ServicePredictions, tagsAll, text, uuidOf } from "./prediction.ts";

/** AWS Secrets Manager. */
export const secretsManagerPredictions: ServicePredictions = {
  "aws:secretsmanager/secret:Secret": {
    id: (context) => arn(context, "secretsmanager", `secret:${nameFrom(context, "name")}-${hexOf(context.urn, 6)}`),
    outputs: (context, id) => ({ name: nameFrom(context, "name"), arn: id, ...tagsAll(context) }),
  },
  "aws:secretsmanager/secretVersion:SecretVersion": {
    id: (context) => `${text(context, "secretId")}|${uuidOf(context.urn)}`,
    outputs: (context) => ({ arn: text(context, "secretId"), versionId: uuidOf(context.urn) }),
  },
};
