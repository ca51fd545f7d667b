import { type AccessScope, type AccessTable, actionsOf, anyResource, type TypeAccess } from "./type-access.ts";

/** Ids of CloudFront's things are its own, and so are those of Route 53, ACM and most of log deliveries. */
const anywhere = (service: string, names: string): TypeAccess => ({
  actions: actionsOf(service, names),
  resources: anyResource,
});
const named = (service: string, names: string, resources: TypeAccess["resources"]): TypeAccess => ({
  actions: actionsOf(service, names),
  resources,
});
const edgeTagging = "ListTagsForResource TagResource UntagResource";

const functions = ({ partition, accountId, namePrefix }: AccessScope) => [
  `arn:${partition}:cloudfront::${accountId}:function/${namePrefix}-*`,
];
const balancers = ({ partition, region, accountId, namePrefix }: AccessScope) =>
  ["loadbalancer/app", "targetgroup", "listener/app"].map(
    (kind) => `arn:${partition}:elasticloadbalancing:${region}:${accountId}:${kind}/${namePrefix}-*`,
  );

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudfront.html */
const cloudfrontAccess: AccessTable = {
  "aws:cloudfront/multitenantDistribution:MultitenantDistribution": anywhere(
    "cloudfront",
    `CreateDistribution GetDistribution GetDistributionConfig UpdateDistribution DeleteDistribution ${edgeTagging}`,
  ),
  "aws:cloudfront/distributionTenant:DistributionTenant": anywhere(
    "cloudfront",
    `CreateDistributionTenant GetDistributionTenant UpdateDistributionTenant DeleteDistributionTenant GetManagedCertificateDetails ${edgeTagging}`,
  ),
  "aws:cloudfront/connectionGroup:ConnectionGroup": anywhere(
    "cloudfront",
    `CreateConnectionGroup GetConnectionGroup UpdateConnectionGroup DeleteConnectionGroup ${edgeTagging}`,
  ),
  "aws:cloudfront/keyValueStore:KeyValueStore": anywhere(
    "cloudfront",
    `CreateKeyValueStore DescribeKeyValueStore UpdateKeyValueStore DeleteKeyValueStore ${edgeTagging}`,
  ),
  "aws:cloudfront/keyvaluestoreKey:KeyvaluestoreKey": anywhere(
    "cloudfront-keyvaluestore",
    "DescribeKeyValueStore GetKey PutKey DeleteKey",
  ),
  "aws:cloudfront/function:Function": named(
    "cloudfront",
    "CreateFunction DescribeFunction GetFunction UpdateFunction PublishFunction DeleteFunction",
    functions,
  ),
  "aws:cloudfront/vpcOrigin:VpcOrigin": anywhere(
    "cloudfront",
    `CreateVpcOrigin GetVpcOrigin UpdateVpcOrigin DeleteVpcOrigin ${edgeTagging}`,
  ),
  "aws:cloudfront/originAccessControl:OriginAccessControl": anywhere(
    "cloudfront",
    "CreateOriginAccessControl GetOriginAccessControl UpdateOriginAccessControl DeleteOriginAccessControl",
  ),
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": anywhere(
    "cloudfront",
    "CreateResponseHeadersPolicy GetResponseHeadersPolicy UpdateResponseHeadersPolicy DeleteResponseHeadersPolicy",
  ),
  "aws:cloudfront/cachePolicy:CachePolicy": anywhere(
    "cloudfront",
    "CreateCachePolicy GetCachePolicy UpdateCachePolicy DeleteCachePolicy",
  ),
};

/** What is under and beside the distribution: names, certificates, the load balancer, logs. */
export const edgeAccess: AccessTable = {
  ...cloudfrontAccess,
  "aws:acm/certificate:Certificate": anywhere(
    "acm",
    "RequestCertificate DescribeCertificate DeleteCertificate ListTagsForCertificate AddTagsToCertificate RemoveTagsFromCertificate",
  ),
  "aws:acm/certificateValidation:CertificateValidation": anywhere("acm", "DescribeCertificate"),
  "aws:route53/zone:Zone": anywhere(
    "route53",
    "CreateHostedZone GetHostedZone GetChange UpdateHostedZoneComment DeleteHostedZone ListTagsForResource ChangeTagsForResource ListResourceRecordSets",
  ),
  "aws:route53/record:Record": anywhere(
    "route53",
    "ChangeResourceRecordSets ListResourceRecordSets GetHostedZone GetChange",
  ),
  "aws:lb/loadBalancer:LoadBalancer": named(
    "elasticloadbalancing",
    "CreateLoadBalancer ModifyLoadBalancerAttributes SetSecurityGroups SetSubnets DeleteLoadBalancer AddTags RemoveTags",
    balancers,
  ),
  "aws:lb/targetGroup:TargetGroup": named(
    "elasticloadbalancing",
    "CreateTargetGroup ModifyTargetGroup ModifyTargetGroupAttributes DeleteTargetGroup AddTags RemoveTags",
    balancers,
  ),
  "aws:lb/listener:Listener": named(
    "elasticloadbalancing",
    "CreateListener ModifyListener ModifyListenerAttributes DeleteListener AddTags RemoveTags",
    balancers,
  ),
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": anywhere(
    "logs",
    "PutDeliverySource GetDeliverySource DeleteDeliverySource ListTagsForResource TagResource UntagResource",
  ),
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": anywhere(
    "logs",
    "PutDeliveryDestination GetDeliveryDestination DeleteDeliveryDestination ListTagsForResource TagResource UntagResource",
  ),
  // CloudFront asks whether the caller may let its logs be delivered.
  "aws:cloudwatch/logDelivery:LogDelivery": {
    actions: [
      ...actionsOf("logs", "CreateDelivery GetDelivery UpdateDeliveryConfiguration DeleteDelivery"),
      ...actionsOf("logs", "ListTagsForResource TagResource UntagResource"),
      "cloudfront:AllowVendedLogDeliveryForResource",
      ...actionsOf(
        "elasticloadbalancing",
        "DescribeLoadBalancers DescribeLoadBalancerAttributes DescribeTargetGroups DescribeTargetGroupAttributes DescribeListeners DescribeListenerAttributes DescribeTags",
      ),
    ],
    resources: anyResource,
  },
};
