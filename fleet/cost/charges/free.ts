const tokenOf = (type: string) => `${type.charAt(0).toLowerCase()}${type.slice(1)}:${type}`;
const of = (service: string, types: string): readonly string[] =>
  types.split(" ").map((type) => `aws:${service}/${tokenOf(type)}`);

/**
 * What costs nothing by being there: settings of something else, and what is charged by use alone, which usage profiles
 * estimate. A type that is neither here nor among the rules has no price, and is counted as such.
 */
const free: readonly string[] = [
  ...of("accessanalyzer", "Analyzer"), // of kind ACCOUNT; analysers of unused access are charged
  ...of("acm", "Certificate CertificateValidation"),
  ...of("apigateway", "Account ApiKey Deployment Integration Method RequestValidator Resource RestApi Stage"),
  ...of("apigateway", "UsagePlan UsagePlanKey"),
  ...of("appautoscaling", "Policy Target"),
  ...of("appconfig", "Application ConfigurationProfile Deployment DeploymentStrategy Environment"),
  ...of("appconfig", "HostedConfigurationVersion"),
  ...of("backup", "Plan RestoreTestingPlan RestoreTestingSelection Selection Vault VaultLockConfiguration"),
  ...of("bedrock", "Guardrail GuardrailVersion InferenceProfile"),
  ...of("bedrockmodel", "InvocationLoggingConfiguration"),
  ...of("budgets", "Budget"),
  ...of("chatbot", "SlackChannelConfiguration TeamsChannelConfiguration"),
  ...of("cloudfront", "CachePolicy ConnectionGroup Function KeyValueStore KeyvaluestoreKey MultitenantDistribution"),
  ...of("cloudfront", "OriginAccessControl ResponseHeadersPolicy VpcOrigin"),
  ...of("cloudtrail", "Trail"), // the first copy of management events is free; data events are use
  ...of("cloudwatch", "EventApiDestination EventBus EventBusPolicy EventConnection EventRule EventTarget"),
  ...of("cloudwatch", "LogAnomalyDetector LogDataProtectionPolicy LogDelivery LogDeliveryDestination"),
  ...of("cloudwatch", "LogDeliverySource LogGroup LogMetricFilter LogResourcePolicy MetricStream QueryDefinition"),
  ...of("cognito", "IdentityProvider LogDeliveryConfiguration RiskConfiguration UserGroup UserPool UserPoolClient"),
  ...of("cognito", "UserPoolDomain"),
  ...of("costexplorer", "AnomalyMonitor AnomalySubscription CostAllocationTag CostCategory"),
  ...of("ebs", "EncryptionByDefault"),
  ...of("ec2", "DefaultSecurityGroup FlowLog InternetGateway LaunchTemplate RouteTable RouteTableAssociation"),
  ...of("ec2", "SecurityGroup Subnet Vpc"),
  ...of("eks", "Addon PodIdentityAssociation"),
  ...of("elasticache", "User UserGroup UserGroupAssociation"),
  ...of("iam", "OpenIdConnectProvider Policy Role RolePolicy RolePolicyAttachment"),
  ...of("kinesis", "FirehoseDeliveryStream"),
  ...of("kms", "Alias Grant"),
  ...of("lb", "Listener TargetGroup"),
  ...of("rds", "ClusterParameterGroup ParameterGroup ProxyDefaultTargetGroup ProxyTarget SubnetGroup"),
  ...of("route53", "Record"),
  ...of(
    "s3",
    "AccountPublicAccessBlock Bucket BucketLifecycleConfiguration BucketLogging BucketObjectLockConfiguration",
  ),
  ...of("s3", "BucketOwnershipControls BucketPolicy BucketPublicAccessBlock BucketReplicationConfig"),
  ...of("s3", "BucketServerSideEncryptionConfiguration BucketVersioning"),
  ...of("scheduler", "Schedule ScheduleGroup"),
  ...of("secretsmanager", "SecretPolicy SecretRotation SecretVersion"),
  ...of("sesv2", "EmailIdentity"),
  ...of("sns", "Topic TopicPolicy TopicSubscription"),
  ...of("sqs", "Queue QueuePolicy"),
  ...of("vpc", "SecurityGroupEgressRule SecurityGroupIngressRule"),
  ...of("wafv2", "WebAclAssociation WebAclLoggingConfiguration"),
];

export const freeTypes: ReadonlySet<string> = new Set(free);
