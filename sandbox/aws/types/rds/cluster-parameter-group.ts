import { parameterGroup } from "./group.ts";

export const clusterParameterGroup = parameterGroup({
  token: "aws:rds/clusterParameterGroup:ClusterParameterGroup",
  resource: "cluster-pg",
  users: [{ type: "aws:rds/cluster:Cluster", input: "dbClusterParameterGroupName" }],
});
