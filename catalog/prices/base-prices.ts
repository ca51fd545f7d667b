/** What a resource costs by being there, before anything is stored, sent or asked. */
export type BasePrice =
  /** US dollars a month; 0 where only use is charged. */
  | { readonly kind: "monthly"; readonly usd: number; readonly source: string }
  /** Charged by the hour for as long as it is there, by its size: no one number. */
  | { readonly kind: "hourly"; readonly source: string };

const monthly = (usd: number, source: string): BasePrice => ({ kind: "monthly", usd, source });
const hourly = (source: string): BasePrice => ({ kind: "hourly", source });
const page = (name: string) => `https://aws.amazon.com/${name}/pricing/`;

const kms = page("kms");
const cloudwatch = page("cloudwatch");
/** Tokens of one service, all charged alike. */
const each = (service: string, types: string, price: BasePrice): Readonly<Record<string, BasePrice>> =>
  Object.fromEntries(types.split(" ").map((type) => [`aws:${service}/${tokenOf(type)}`, price]));
const tokenOf = (type: string) => `${type.charAt(0).toLowerCase()}${type.slice(1)}:${type}`;

/**
 * List prices of us-east-1, as read in November 2026: a small list for what tenants declare, not a price book.
 *
 * Free allowances of an account are not counted: a fleet is past them.
 */
export const basePrices: Readonly<Record<string, BasePrice>> = {
  ...each("apigateway", "ApiKey UsagePlan UsagePlanKey", monthly(0, page("api-gateway"))),
  ...each(
    "appconfig",
    "ConfigurationProfile Deployment Environment HostedConfigurationVersion",
    monthly(0, page("systems-manager")),
  ),
  ...each(
    "backup",
    "Plan RestoreTestingPlan RestoreTestingSelection Selection Vault VaultLockConfiguration",
    monthly(0, page("backup")),
  ),
  ...each("bedrock", "Guardrail GuardrailVersion InferenceProfile", monthly(0, page("bedrock"))),
  ...each("budgets", "Budget", monthly(0, page("aws-cost-management/aws-budgets"))),
  ...each("chatbot", "SlackChannelConfiguration TeamsChannelConfiguration", monthly(0, page("chatbot"))),
  ...each("cloudfront", "KeyvaluestoreKey", monthly(0, page("cloudfront"))),
  ...each("cloudwatch", "MetricAlarm", monthly(0.1, cloudwatch)),
  ...each("cloudwatch", "CompositeAlarm", monthly(0.5, cloudwatch)),
  ...each("cloudwatch", "Dashboard", monthly(3, cloudwatch)),
  ...each(
    "cloudwatch",
    "LogAnomalyDetector LogDataProtectionPolicy LogGroup LogMetricFilter QueryDefinition",
    monthly(0, cloudwatch),
  ),
  ...each(
    "cognito",
    "LogDeliveryConfiguration RiskConfiguration UserGroup UserPool UserPoolClient UserPoolDomain IdentityProvider",
    monthly(0, page("cognito")),
  ),
  ...each(
    "costexplorer",
    "AnomalyMonitor AnomalySubscription",
    monthly(0, page("aws-cost-management/aws-cost-anomaly-detection")),
  ),
  ...each("ec2", "LaunchTemplate", monthly(0, page("ec2"))),
  ...each("eks", "NodeGroup", hourly(page("ec2/on-demand"))),
  ...each("eks", "PodIdentityAssociation", monthly(0, page("eks"))),
  ...each("elasticache", "ServerlessCache", hourly(page("elasticache"))),
  ...each("elasticache", "User UserGroup UserGroupAssociation", monthly(0, page("elasticache"))),
  ...each("cloudwatch", "EventRule EventTarget EventConnection EventApiDestination", monthly(0, page("eventbridge"))),
  ...each("iam", "Role RolePolicy RolePolicyAttachment", monthly(0, "https://aws.amazon.com/iam/faqs/")),
  ...each("kms", "Key ReplicaKey", monthly(1, kms)),
  ...each("kms", "Alias Grant", monthly(0, kms)),
  ...each("rds", "Instance ClusterInstance Proxy", hourly(page("rds/postgresql"))),
  ...each("rds", "ParameterGroup ProxyDefaultTargetGroup ProxyTarget", monthly(0, page("rds/postgresql"))),
  ...each(
    "s3",
    "Bucket BucketLifecycleConfiguration BucketLogging BucketObjectLockConfiguration BucketOwnershipControls BucketPolicy BucketPublicAccessBlock BucketReplicationConfig BucketServerSideEncryptionConfiguration BucketVersioning",
    monthly(0, page("s3")),
  ),
  ...each("scheduler", "Schedule", monthly(0, page("eventbridge"))),
  ...each("secretsmanager", "Secret", monthly(0.4, page("secrets-manager"))),
  ...each("secretsmanager", "SecretPolicy SecretRotation SecretVersion", monthly(0, page("secrets-manager"))),
  ...each("sns", "Topic TopicPolicy TopicSubscription", monthly(0, page("sns"))),
  ...each("wafv2", "WebAcl", monthly(5, page("waf"))),
};
