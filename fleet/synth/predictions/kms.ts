import { arn, type ServicePredictions, tagsAll, text, uuidOf } from "./prediction.ts";

/** AWS Key Management Service. */
export const kmsPredictions: ServicePredictions = {
  "aws:kms/key:Key": {
    id: ({ urn, inputs }) => (inputs["multiRegion"] === true ? `mrk-${uuidOf(urn).replaceAll("-", "")}` : uuidOf(urn)),
    outputs: (context, id) => ({ arn: arn(context, "kms", `key/${id}`), keyId: id, ...tagsAll(context) }),
  },
  // A replica has its primary's id, in a Region of its own.
  "aws:kms/replicaKey:ReplicaKey": {
    id: (context) => text(context, "primaryKeyArn").split("key/")[1] ?? uuidOf(context.urn),
    outputs: (context, id) => ({ arn: arn(context, "kms", `key/${id}`), keyId: id, ...tagsAll(context) }),
  },
  "aws:kms/alias:Alias": {
    id: (context) => text(context, "name"),
    outputs: (context, id) => ({
      arn: arn(context, "kms", id),
      targetKeyArn: arn(context, "kms", `key/${text(context, "targetKeyId")}`),
    }),
  },
};
