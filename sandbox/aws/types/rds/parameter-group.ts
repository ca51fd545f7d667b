import { parameterGroup } from "./group.ts";

export const instanceParameterGroup = parameterGroup({
  token: "aws:rds/parameterGroup:ParameterGroup",
  resource: "pg",
  users: [
    { type: "aws:rds/instance:Instance", input: "parameterGroupName" },
    { type: "aws:rds/clusterInstance:ClusterInstance", input: "dbParameterGroupName" },
  ],
});
