import { describeAwsContract } from "../../../support/aws-contract.ts";

const target = (ids: Readonly<Record<string, string | undefined>>) => ({
  arn: "arn:aws:scheduler:::aws-sdk:kms:rotateKeyOnDemand",
  roleArn: ids["roleArn"],
  input: '{"KeyId":"one"}',
});
const readers = (cluster: string) => ({
  serviceNamespace: "rds",
  resourceId: `cluster:${cluster}`,
  scalableDimension: "rds:cluster:ReadReplicaCount",
});

describeAwsContract(
  [
    "aws:appautoscaling/policy:Policy",
    "aws:appautoscaling/target:Target",
    "aws:elasticache/serverlessCache:ServerlessCache",
    "aws:elasticache/user:User",
    "aws:elasticache/userGroup:UserGroup",
    "aws:elasticache/userGroupAssociation:UserGroupAssociation",
    "aws:rds/proxy:Proxy",
    "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup",
    "aws:rds/proxyTarget:ProxyTarget",
    "aws:scheduler/schedule:Schedule",
    "aws:scheduler/scheduleGroup:ScheduleGroup",
  ],
  (ids) => [
    {
      token: "aws:appautoscaling/target:Target",
      good: { ...readers("aurora"), minCapacity: 1, maxCapacity: 15 },
      changed: { maxCapacity: 3 },
      replacing: { resourceId: "cluster:other-aurora" },
      byHand: { property: "maxCapacity", value: 5 },
    },
    {
      token: "aws:appautoscaling/policy:Policy",
      good: {
        ...readers("scaled-aurora"),
        name: "one",
        policyType: "TargetTrackingScaling",
        targetTrackingScalingPolicyConfiguration: {
          predefinedMetricSpecification: { predefinedMetricType: "RDSReaderAverageCPUUtilization" },
          targetValue: 70,
        },
      },
      changed: {
        targetTrackingScalingPolicyConfiguration: {
          predefinedMetricSpecification: { predefinedMetricType: "RDSReaderAverageCPUUtilization" },
          targetValue: 50,
        },
      },
      replacing: { name: "two" },
    },
    {
      token: "aws:elasticache/serverlessCache:ServerlessCache",
      good: {
        name: "one",
        engine: "valkey",
        majorEngineVersion: "8",
        kmsKeyId: ids["keyArn"],
        subnetIds: [ids["subnet"], ids["otherSubnet"]],
        securityGroupIds: [ids["group"]],
        userGroupId: "cache-users",
        cacheUsageLimits: { dataStorage: { maximum: 1, unit: "GB" } },
        tags: { a: "b" },
      },
      changed: { cacheUsageLimits: { dataStorage: { maximum: 2, unit: "GB" } } },
      replacing: { name: "two" },
      byHand: { property: "description", value: "by hand" },
    },
    {
      token: "aws:elasticache/user:User",
      good: {
        userId: "one",
        userName: "one",
        engine: "valkey",
        accessString: "on ~one:* -@all +@read",
        authenticationMode: { type: "iam" },
        tags: { a: "b" },
      },
      changed: { accessString: "off ~one:* -@all +@read" },
      replacing: { userId: "two", userName: "two" },
      byHand: { property: "accessString", value: "on ~* +@all" },
    },
    {
      token: "aws:elasticache/userGroup:UserGroup",
      good: { userGroupId: "one", engine: "valkey", userIds: ["cache-user"], tags: { a: "b" } },
      changed: { userIds: ["cache-user", "other-cache-user"] },
      replacing: { userGroupId: "two" },
      byHand: { property: "userIds", value: [] },
    },
    {
      token: "aws:elasticache/userGroupAssociation:UserGroupAssociation",
      good: { userGroupId: "cache-users", userId: "cache-user" },
      replacing: { userId: "other-cache-user" },
    },
    {
      token: "aws:rds/proxy:Proxy",
      good: {
        name: "one",
        engineFamily: "POSTGRESQL",
        defaultAuthScheme: "IAM_AUTH",
        requireTls: true,
        roleArn: ids["roleArn"],
        vpcSubnetIds: [ids["subnet"], ids["otherSubnet"]],
        vpcSecurityGroupIds: [ids["group"]],
        tags: { a: "b" },
      },
      changed: { idleClientTimeout: 60 },
      replacing: { name: "two" },
      byHand: { property: "idleClientTimeout", value: 5 },
    },
    {
      token: "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup",
      good: { dbProxyName: "pooler", connectionPoolConfig: { maxConnectionsPercent: 90 } },
      changed: { connectionPoolConfig: { maxConnectionsPercent: 50 } },
      replacing: { dbProxyName: "other-pooler" },
    },
    {
      token: "aws:rds/proxyTarget:ProxyTarget",
      good: { dbProxyName: "pooler", targetGroupName: "default", dbClusterIdentifier: "aurora" },
      replacing: { dbProxyName: "other-pooler" },
    },
    {
      token: "aws:scheduler/scheduleGroup:ScheduleGroup",
      good: { name: "one", tags: { a: "b" } },
      changed: { tags: { a: "c" } },
      replacing: { name: "two" },
    },
    {
      token: "aws:scheduler/schedule:Schedule",
      good: {
        name: "one",
        groupName: "rotations",
        scheduleExpression: "rate(30 days)",
        flexibleTimeWindow: { mode: "FLEXIBLE", maximumWindowInMinutes: 60 },
        target: target(ids),
      },
      changed: { scheduleExpression: "rate(60 days)" },
      replacing: { name: "two" },
      byHand: { property: "state", value: "DISABLED" },
    },
  ],
);
