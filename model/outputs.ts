import { z } from "zod";

/**
 * What a cell's stack hands to the stacks of its tenants: flat, top-level, and no secret among it (one secret inside
 * an object would make all of it secret). Written by `stacks/cell-stack.ts`, read through `StackReference`.
 */
export const CellOutputs = z.strictObject({
  vpcId: z.string(),
  privateSubnetIds: z.array(z.string()),
  keyArn: z.string(),
  logBucketName: z.string(),
  clusterName: z.string(),
  clusterEndpoint: z.string(),
  clusterCertificateAuthority: z.string(),
  clusterSecurityGroupId: z.string(),
  databaseHost: z.string(),
  databasePort: z.number(),
  databaseIdentifier: z.string(),
  /** Resource id (`db-…`, `cluster-…`) that database users' ARNs are made from. */
  databaseResourceId: z.string(),
  databaseSecurityGroupId: z.string(),
  databaseSubnetGroupName: z.string(),
  /** ARN of the master user's secret; the value is read by the platform stack alone. */
  databaseMasterSecretArn: z.string(),
  monitoringRoleArn: z.string(),
  /** Lets the cluster reach caches. */
  cacheSecurityGroupId: z.string(),
  /** Cache of the pool → where it answers. */
  cacheAddresses: z.record(z.string(), z.string()),
  permissionsBoundaryArn: z.string(),
  /** Absent, like the other parts of the edge, where the partition has none. */
  edgeDistributionId: z.string().optional(),
  edgeConnectionGroupId: z.string().optional(),
  /** Store in which the edge's function finds host names. */
  edgeHostsArn: z.string().optional(),
  /** The domain above the cell's delegates to these. */
  edgeNameServers: z.array(z.string()).optional(),
  /** Where the cluster's gateway registers its pods. */
  edgeTargetGroupArn: z.string().optional(),
  /** Role with which user pools send text messages. */
  smsRoleArn: z.string(),
  /** Identity in SES that user pools send mail through. */
  mailIdentityArn: z.string(),
  /** Tier whose tenants share a user pool → that pool. */
  userPoolIds: z.record(z.string(), z.string()),
  /** Role of AWS Backup. */
  backupRoleArn: z.string(),
  /** Id of the backup plan per pool tier that is backed up. */
  backupPlanIds: z.record(z.string(), z.string()),
  /** Alias of an AI model → profile that tenants at isolation `shared` call it through. */
  modelProfileArns: z.record(z.string(), z.string()),
  /** Digest of a content policy → its guardrail. */
  guardrailArns: z.record(z.string(), z.string()),
  /** Digest of a content policy → version of its guardrail that calls name. */
  guardrailVersions: z.record(z.string(), z.string()),
  /** AppConfig application that tenants publish their configuration in, and how fast a change reaches them. */
  configurationApplicationId: z.string(),
  configurationStrategyId: z.string(),
  /** API Gateway that the cell's tenants share, and its stage. */
  apiId: z.string(),
  apiStageName: z.string(),
  /** Pool tier → usage plan with what the tier sells. */
  apiUsagePlanIds: z.record(z.string(), z.string()),
  /** EventBridge bus that usage events are put on. */
  usageBusName: z.string(),
  /** Where the records of the cell's trail can be searched. */
  trailLogGroupName: z.string(),
  /** Where the account's findings can be searched. */
  findingsLogGroupName: z.string(),
  /** Bus on which the account's findings are sorted by tenant. */
  securityBusName: z.string(),
  /** Where operators are told of alarms: critical and high, or medium and low. */
  urgentAlarmTopicArn: z.string(),
  routineAlarmTopicArn: z.string(),
  /** Role per pool tier. */
  poolRoleArns: z.record(z.string(), z.string()),
});
export type CellOutputs = z.infer<typeof CellOutputs>;

/** What a tenant's stack publishes; read by `connect`, verification and the demo. */
export const TenantOutputs = z.strictObject({
  tenantId: z.string(),
  isolation: z.enum(["shared", "schema", "database", "cluster"]),
  cell: z.string(),
  keyArn: z.string(),
  bucketName: z.string(),
  namespace: z.string(),
  serviceAccountName: z.string(),
  clusterName: z.string(),
  databaseHost: z.string(),
  databasePort: z.number(),
  databaseName: z.string(),
  databaseSchema: z.string(),
  databaseRole: z.string(),
  hostname: z.string(),
  notices: z.array(z.string()),
});
export type TenantOutputs = z.infer<typeof TenantOutputs>;

/** What the control plane's stack publishes: keys, evidence and where findings come together. No secret is among it. */
export const ControlPlaneOutputs = z.strictObject({
  keyArn: z.string(),
  /** Key that signs, `ML_DSA_65`; its public half is what `kms:GetPublicKey` answers. */
  signingKeyArn: z.string(),
  signingKeyId: z.string(),
  signingKeySpec: z.string(),
  evidenceBucketName: z.string(),
  eventBusName: z.string(),
  eventBusArn: z.string(),
  trailArn: z.string(),
  /** `<account>/<Region>` → id of its detector. */
  detectorIds: z.record(z.string(), z.string()),
});
export type ControlPlaneOutputs = z.infer<typeof ControlPlaneOutputs>;
