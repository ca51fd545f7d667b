import type { TypeDefinition } from "../define-type.ts";
import { logGroup as cloudwatchLogGroup } from "./cloudwatch/log-group.ts";
import { defaultSecurityGroup as ec2DefaultSecurityGroup } from "./ec2/default-security-group.ts";
import { eip as ec2Eip } from "./ec2/eip.ts";
import { flowLog as ec2FlowLog } from "./ec2/flow-log.ts";
import { internetGateway as ec2InternetGateway } from "./ec2/internet-gateway.ts";
import { launchTemplate as ec2LaunchTemplate } from "./ec2/launch-template.ts";
import { natGateway as ec2NatGateway } from "./ec2/nat-gateway.ts";
import { route as ec2Route } from "./ec2/route.ts";
import { routeTable as ec2RouteTable } from "./ec2/route-table.ts";
import { routeTableAssociation as ec2RouteTableAssociation } from "./ec2/route-table-association.ts";
import { securityGroup as ec2SecurityGroup } from "./ec2/security-group.ts";
import { subnet as ec2Subnet } from "./ec2/subnet.ts";
import { vpc as ec2Vpc } from "./ec2/vpc.ts";
import { vpcEndpoint as ec2VpcEndpoint } from "./ec2/vpc-endpoint.ts";
import { accessEntry as eksAccessEntry } from "./eks/access-entry.ts";
import { accessPolicyAssociation as eksAccessPolicyAssociation } from "./eks/access-policy-association.ts";
import { addon as eksAddon } from "./eks/addon.ts";
import { cluster as eksCluster } from "./eks/cluster.ts";
import { nodeGroup as eksNodeGroup } from "./eks/node-group.ts";
import { podIdentityAssociation as eksPodIdentityAssociation } from "./eks/pod-identity-association.ts";
import { instanceProfile as iamInstanceProfile } from "./iam/instance-profile.ts";
import { openIdConnectProvider as iamOpenIdConnectProvider } from "./iam/open-id-connect-provider.ts";
import { policy as iamPolicy } from "./iam/policy.ts";
import { role as iamRole } from "./iam/role.ts";
import { rolePolicy as iamRolePolicy } from "./iam/role-policy.ts";
import { rolePolicyAttachment as iamRolePolicyAttachment } from "./iam/role-policy-attachment.ts";
import { alias as kmsAlias } from "./kms/alias.ts";
import { key as kmsKey } from "./kms/key.ts";
import { replicaKey as kmsReplicaKey } from "./kms/replica-key.ts";
import { cluster as rdsCluster } from "./rds/cluster.ts";
import { clusterInstance as rdsClusterInstance } from "./rds/cluster-instance.ts";
import { clusterParameterGroup as rdsClusterParameterGroup } from "./rds/cluster-parameter-group.ts";
import { instance as rdsInstance } from "./rds/instance.ts";
import { instanceParameterGroup as rdsInstanceParameterGroup } from "./rds/parameter-group.ts";
import { subnetGroup as rdsSubnetGroup } from "./rds/subnet-group.ts";
import { bucket as s3Bucket } from "./s3/bucket.ts";
import { bucketLifecycleConfiguration as s3BucketLifecycleConfiguration } from "./s3/bucket-lifecycle-configuration.ts";
import { bucketLogging as s3BucketLogging } from "./s3/bucket-logging.ts";
import { bucketObjectLockConfiguration as s3BucketObjectLockConfiguration } from "./s3/bucket-object-lock-configuration.ts";
import { bucketOwnershipControls as s3BucketOwnershipControls } from "./s3/bucket-ownership-controls.ts";
import { bucketPolicy as s3BucketPolicy } from "./s3/bucket-policy.ts";
import { bucketPublicAccessBlock as s3BucketPublicAccessBlock } from "./s3/bucket-public-access-block.ts";
import { bucketReplicationConfig as s3BucketReplicationConfig } from "./s3/bucket-replication-config.ts";
import { bucketServerSideEncryptionConfiguration as s3BucketServerSideEncryptionConfiguration } from "./s3/bucket-server-side-encryption-configuration.ts";
import { bucketVersioning as s3BucketVersioning } from "./s3/bucket-versioning.ts";
import { secret as secretsmanagerSecret } from "./secretsmanager/secret.ts";
import { secretVersion as secretsmanagerSecretVersion } from "./secretsmanager/secret-version.ts";
import { securityGroupEgressRule as vpcSecurityGroupEgressRule } from "./vpc/security-group-egress-rule.ts";
import { securityGroupIngressRule as vpcSecurityGroupIngressRule } from "./vpc/security-group-ingress-rule.ts";

/** Every resource type of the embedded account: one import and one line here for each new file. */
export const typeDefinitions: readonly TypeDefinition[] = [
  cloudwatchLogGroup,
  ec2DefaultSecurityGroup,
  ec2Eip,
  ec2FlowLog,
  ec2InternetGateway,
  ec2LaunchTemplate,
  ec2NatGateway,
  ec2RouteTableAssociation,
  ec2RouteTable,
  ec2Route,
  ec2SecurityGroup,
  ec2Subnet,
  ec2VpcEndpoint,
  ec2Vpc,
  eksAccessEntry,
  eksAccessPolicyAssociation,
  eksAddon,
  eksCluster,
  eksNodeGroup,
  eksPodIdentityAssociation,
  iamInstanceProfile,
  iamOpenIdConnectProvider,
  iamPolicy,
  iamRolePolicyAttachment,
  iamRolePolicy,
  iamRole,
  kmsAlias,
  kmsKey,
  kmsReplicaKey,
  rdsClusterInstance,
  rdsClusterParameterGroup,
  rdsCluster,
  rdsInstance,
  rdsInstanceParameterGroup,
  rdsSubnetGroup,
  s3BucketLifecycleConfiguration,
  s3BucketLogging,
  s3BucketObjectLockConfiguration,
  s3BucketOwnershipControls,
  s3BucketPolicy,
  s3BucketPublicAccessBlock,
  s3BucketReplicationConfig,
  s3BucketServerSideEncryptionConfiguration,
  s3BucketVersioning,
  s3Bucket,
  secretsmanagerSecretVersion,
  secretsmanagerSecret,
  vpcSecurityGroupEgressRule,
  vpcSecurityGroupIngressRule,
];
