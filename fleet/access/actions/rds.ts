import { type AccessScope, type AccessTable, actionsOf } from "./type-access.ts";

const of =
  (...kinds: readonly string[]) =>
  ({ partition, region, accountId, namePrefix }: AccessScope) =>
    kinds.map((kind) => `arn:${partition}:rds:${region}:${accountId}:${kind}:${namePrefix}-*`);
const anyProxy = ({ partition, region, accountId, namePrefix }: AccessScope) => [
  `arn:${partition}:rds:${region}:${accountId}:db-proxy:*`,
  `arn:${partition}:rds:${region}:${accountId}:target-group:*`,
  `arn:${partition}:rds:${region}:${accountId}:db:${namePrefix}-*`,
];
const tags = "AddTagsToResource RemoveTagsFromResource ListTagsForResource";

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html */
export const rdsAccess: AccessTable = {
  "aws:rds/instance:Instance": {
    actions: actionsOf(
      "rds",
      `CreateDBInstance CreateDBInstanceReadReplica DescribeDBInstances ModifyDBInstance DeleteDBInstance CreateDBSnapshot ${tags}`,
    ),
    resources: of("db", "snapshot", "pg", "subgrp"),
  },
  "aws:rds/cluster:Cluster": {
    actions: actionsOf(
      "rds",
      `CreateDBCluster DescribeDBClusters ModifyDBCluster DeleteDBCluster CreateDBClusterSnapshot ${tags}`,
    ),
    resources: of("cluster", "cluster-snapshot", "cluster-pg", "subgrp"),
  },
  "aws:rds/clusterInstance:ClusterInstance": {
    actions: actionsOf("rds", `CreateDBInstance DescribeDBInstances ModifyDBInstance DeleteDBInstance ${tags}`),
    resources: of("db", "cluster", "pg"),
  },
  "aws:rds/parameterGroup:ParameterGroup": {
    actions: actionsOf(
      "rds",
      `CreateDBParameterGroup DescribeDBParameterGroups DescribeDBParameters ModifyDBParameterGroup ResetDBParameterGroup DeleteDBParameterGroup ${tags}`,
    ),
    resources: of("pg"),
  },
  "aws:rds/clusterParameterGroup:ClusterParameterGroup": {
    actions: actionsOf(
      "rds",
      `CreateDBClusterParameterGroup DescribeDBClusterParameterGroups DescribeDBClusterParameters ModifyDBClusterParameterGroup ResetDBClusterParameterGroup DeleteDBClusterParameterGroup ${tags}`,
    ),
    resources: of("cluster-pg"),
  },
  // Proxies and their target groups have ids that the service makes.
  "aws:rds/proxy:Proxy": {
    actions: actionsOf("rds", `CreateDBProxy DescribeDBProxies ModifyDBProxy DeleteDBProxy ${tags}`),
    resources: anyProxy,
  },
  "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup": {
    actions: actionsOf("rds", "DescribeDBProxyTargetGroups ModifyDBProxyTargetGroup"),
    resources: anyProxy,
  },
  "aws:rds/proxyTarget:ProxyTarget": {
    actions: actionsOf("rds", "RegisterDBProxyTargets DescribeDBProxyTargets DeregisterDBProxyTargets"),
    resources: anyProxy,
  },
  "aws:rds/subnetGroup:SubnetGroup": {
    actions: actionsOf(
      "rds",
      `CreateDBSubnetGroup DescribeDBSubnetGroups ModifyDBSubnetGroup DeleteDBSubnetGroup ${tags}`,
    ),
    resources: of("subgrp"),
  },
};
