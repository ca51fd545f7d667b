/**
 * Longest name that each service accepts, in characters.
 *
 * Sources: S3 bucket naming rules; KMS CreateAlias (256 with `alias/`); IAM quotas (role names); CloudWatch Logs
 * CreateLogGroup; RDS CreateDBInstance; PostgreSQL `NAMEDATALEN - 1`; EKS CreateCluster and CreateNodegroup;
 * Kubernetes object names (RFC 1123 label); Backup CreateBackupVault and CreateRestoreTestingPlan; CloudFront
 * CreateFunction (64) and Logs PutDeliverySource (60); Elastic Load Balancing CreateLoadBalancer; Bedrock CreateInferenceProfile and CreateGuardrail;
 * Cognito CreateUserPool and CreateUserPoolDomain; Secrets Manager CreateSecret.
 */
export const nameLimits = {
  bucket: 63,
  trail: 128,
  query: 255,
  logPolicy: 255,
  analyzer: 255,
  keyAlias: 250,
  role: 64,
  logGroup: 512,
  databaseInstance: 63,
  postgres: 63,
  cluster: 100,
  nodeGroup: 63,
  kubernetes: 63,
  alarm: 255,
  dashboard: 255,
  metricFilter: 512,
  metricStream: 255,
  topic: 256,
  appConfig: 64,
  apiGateway: 128,
  budget: 100,
  costAnomalies: 1024,
  eventBus: 256,
  eventRule: 64,
  eventConnection: 64,
  firehose: 64,
  queue: 80,
  backup: 50,
  schedule: 64,
  cache: 40,
  edge: 60,
  loadBalancer: 32,
  restoreTest: 50,
  inferenceProfile: 64,
  guardrail: 50,
  userPool: 128,
  signInDomain: 63,
  secret: 512,
} as const;
export type NamedService = keyof typeof nameLimits;
