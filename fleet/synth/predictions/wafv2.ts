import { nameFrom, type PredictionContext, type ServicePredictions, tagsAll, text, uuidOf } from "./prediction.ts";

function wafArn(context: PredictionContext, kind: string, id: string): string {
  const { partition, region, accountId } = context;
  const place = text(context, "scope") === "CLOUDFRONT" ? "global" : "regional";
  return `arn:${partition}:wafv2:${region}:${accountId}:${place}/${kind}/${nameFrom(context, "name")}/${id}`;
}

/** AWS WAF. */
export const wafv2Predictions: ServicePredictions = {
  "aws:wafv2/webAcl:WebAcl": {
    id: ({ urn }) => uuidOf(urn),
    outputs: (context, id) => ({
      name: nameFrom(context, "name"),
      arn: wafArn(context, "webacl", id),
      lockToken: uuidOf(context.urn, "lock"),
      ...tagsAll(context),
    }),
  },
  "aws:wafv2/ipSet:IpSet": {
    id: ({ urn }) => uuidOf(urn),
    outputs: (context, id) => ({
      name: nameFrom(context, "name"),
      arn: wafArn(context, "ipset", id),
      lockToken: uuidOf(context.urn, "lock"),
      ...tagsAll(context),
    }),
  },
  "aws:wafv2/webAclAssociation:WebAclAssociation": {
    id: (context) => `${text(context, "webAclArn")},${text(context, "resourceArn")}`,
  },
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": { id: (context) => text(context, "resourceArn") },
};
