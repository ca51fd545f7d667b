import { type AccessScope, type AccessTable, actionsOf } from "./type-access.ts";

const of =
  (...kinds: readonly string[]) =>
  ({ partition, region, accountId, namePrefix }: AccessScope) =>
    kinds.map((kind) => `arn:${partition}:rds:${region}:${accountId}:${kind}:${namePrefix}-*`);
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
  "aws:rds/subnetGroup:SubnetGroup": {
    actions: actionsOf(
      "rds",
      `CreateDBSubnetGroup DescribeDBSubnetGroups ModifyDBSubnetGroup DeleteDBSubnetGroup ${tags}`,
    ),
    resources: of("subgrp"),
  },
};
