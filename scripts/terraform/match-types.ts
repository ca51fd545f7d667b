import { snake } from "./match-names.ts";

/** Modules of `@pulumi/aws` that Terraform's provider names otherwise. */
const modulePrefixes: Readonly<Record<string, readonly string[]>> = {
  apigateway: ["api_gateway_"],
  bedrockmodel: ["bedrock_model_"],
  cfg: ["config_", "config_configuration_", "config_config_"],
  costexplorer: ["ce_"],
  ec2: ["ec2_", ""],
  lb: ["lb_"],
  rds: ["rds_", "db_"],
};

/** Types that no rule names. */
const renamedTypes: Readonly<Record<string, string>> = {
  "aws:cloudfront/keyvaluestoreKey:KeyvaluestoreKey": "aws_cloudfrontkeyvaluestore_key",
  "aws:cloudtrail/trail:Trail": "aws_cloudtrail",
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": "aws_iam_openid_connect_provider",
  "aws:lb/loadBalancer:LoadBalancer": "aws_lb",
  "aws:route53/hostedZoneDnsSec:HostedZoneDnsSec": "aws_route53_hosted_zone_dnssec",
  "aws:s3/bucketObjectv2:BucketObjectv2": "aws_s3_object",
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": "aws_s3_bucket_replication_configuration",
};

/** The Terraform type of a Pulumi token, among those that exist; none where no rule finds it. */
export function terraformType(token: string, exists: (type: string) => boolean): string | undefined {
  const renamed = renamedTypes[token];
  if (renamed !== undefined) return renamed;
  const [, path = "", className = ""] = token.split(":");
  const module = path.split("/")[0] ?? "";
  const prefixes = modulePrefixes[module] ?? [`${module.toLowerCase()}_`, `${snake(module)}_`];
  return prefixes.map((prefix) => `aws_${prefix}${snake(className).slice(1)}`).find(exists);
}
