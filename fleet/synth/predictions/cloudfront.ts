import {
  capitalsOf,
  hexOf,
  nameFrom,
  type PredictionContext,
  type ServicePredictions,
  type TypePrediction,
  tagsAll,
  text,
  uuidOf,
} from "./prediction.ts";

/** CloudFront has no Regions. */
const edgeArn = ({ partition, accountId }: PredictionContext, resource: string) =>
  `arn:${partition}:cloudfront::${accountId}:${resource}`;

/** A thing with an id of CloudFront's own; its ARN is the kind and the id. */
const edgeThing = (kind: string, id: (urn: string) => string, more = {}): TypePrediction => ({
  id: ({ urn }) => id(urn),
  outputs: (context, made) => ({ arn: edgeArn(context, `${kind}/${made}`), ...tagsAll(context), ...more }),
});
const capitals = (prefix: string, length: number) => (urn: string) => `${prefix}${capitalsOf(urn, length)}`;

/** Amazon CloudFront. */
export const cloudfrontPredictions: ServicePredictions = {
  "aws:cloudfront/multitenantDistribution:MultitenantDistribution": edgeThing("distribution", capitals("E", 13), {
    connectionMode: "tenant-only",
    domainName: "",
    status: "Deployed",
  }),
  "aws:cloudfront/distributionTenant:DistributionTenant": edgeThing("distribution-tenant", capitals("dt_", 26)),
  "aws:cloudfront/connectionGroup:ConnectionGroup": {
    id: ({ urn }) => `cg_${capitalsOf(urn, 26)}`,
    outputs: (context, id) => ({
      arn: edgeArn(context, `connection-group/${id}`),
      routingEndpoint: `d${hexOf(context.urn, 13)}.cloudfront.net`,
      isDefault: false,
      ...tagsAll(context),
    }),
  },
  "aws:cloudfront/keyValueStore:KeyValueStore": {
    id: (context) => nameFrom(context, "name"),
    outputs: (context) => ({ arn: edgeArn(context, `key-value-store/${uuidOf(context.urn)}`), ...tagsAll(context) }),
  },
  "aws:cloudfront/keyvaluestoreKey:KeyvaluestoreKey": {
    id: (context) => `${text(context, "keyValueStoreArn")},${text(context, "key")}`,
  },
  "aws:cloudfront/function:Function": {
    id: (context) => nameFrom(context, "name"),
    outputs: (context, name) => ({ arn: edgeArn(context, `function/${name}`), ...tagsAll(context) }),
  },
  "aws:cloudfront/vpcOrigin:VpcOrigin": edgeThing("vpcorigin", (urn) => `vo_${hexOf(urn, 20)}`),
  "aws:cloudfront/originAccessControl:OriginAccessControl": edgeThing("origin-access-control", capitals("E", 13)),
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": edgeThing("response-headers-policy", uuidOf),
  "aws:cloudfront/cachePolicy:CachePolicy": edgeThing("cache-policy", uuidOf),
};
