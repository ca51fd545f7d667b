import { describeAwsContract } from "../../../support/aws-contract.ts";

const tags = { a: "b" };
const byHand = { property: "tags", value: { a: "by hand" } };
const view = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy";

describeAwsContract(
  [
    "aws:rds/instance:Instance",
    "aws:rds/cluster:Cluster",
    "aws:rds/clusterInstance:ClusterInstance",
    "aws:rds/parameterGroup:ParameterGroup",
    "aws:rds/clusterParameterGroup:ClusterParameterGroup",
    "aws:rds/subnetGroup:SubnetGroup",
    "aws:eks/cluster:Cluster",
    "aws:eks/nodeGroup:NodeGroup",
    "aws:eks/addon:Addon",
    "aws:eks/accessEntry:AccessEntry",
    "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
    "aws:eks/podIdentityAssociation:PodIdentityAssociation",
  ],
  (ids) => {
    const subnetIds = [ids["subnet"], ids["otherSubnet"]];
    const size = (maxSize: number) => ({ minSize: 1, desiredSize: 2, maxSize });
    const other = { clusterName: "other-cluster" };
    return [
      {
        token: "aws:rds/instance:Instance",
        good: {
          identifier: "one",
          engine: "postgres",
          engineVersion: "17",
          instanceClass: "db.t4g.micro",
          allocatedStorage: 20,
          username: "owner",
          password: "long-enough",
          dbSubnetGroupName: ids["subnets"],
          skipFinalSnapshot: true,
          tags,
        },
        changed: { allocatedStorage: 20, backupRetentionPeriod: 7 },
        replacing: { identifier: "two" },
        writeOnly: ["password"],
        byHand,
      },
      {
        token: "aws:rds/cluster:Cluster",
        good: {
          clusterIdentifier: "one",
          engine: "aurora-postgresql",
          masterUsername: "owner",
          masterPassword: "long-enough",
          skipFinalSnapshot: true,
          tags,
        },
        changed: { backupRetentionPeriod: 7 },
        replacing: { clusterIdentifier: "two" },
        writeOnly: ["masterPassword"],
        byHand,
      },
      {
        token: "aws:rds/clusterInstance:ClusterInstance",
        good: {
          identifier: "one",
          clusterIdentifier: ids["aurora"],
          engine: "aurora-postgresql",
          instanceClass: "db.r8g.large",
          tags,
        },
        changed: { promotionTier: 2 },
        replacing: { clusterIdentifier: ids["other-aurora"], identifier: "two" },
        byHand,
      },
      {
        token: "aws:rds/parameterGroup:ParameterGroup",
        good: { name: "one", family: "postgres17", parameters: [{ name: "log_statement", value: "ddl" }], tags },
        changed: { parameters: [] },
        replacing: { name: "two" },
        byHand,
      },
      {
        token: "aws:rds/clusterParameterGroup:ClusterParameterGroup",
        good: { name: "one", family: "aurora-postgresql17", tags },
        changed: { parameters: [{ name: "log_statement", value: "ddl" }] },
        replacing: { family: "aurora-postgresql16" },
        byHand,
      },
      {
        token: "aws:rds/subnetGroup:SubnetGroup",
        good: { name: "one", subnetIds, tags },
        changed: { description: "two" },
        replacing: { name: "two" },
        byHand,
      },
      {
        token: "aws:eks/cluster:Cluster",
        good: { name: "one", roleArn: ids["roleArn"], version: "1.34", vpcConfig: { subnetIds }, tags },
        changed: { enabledClusterLogTypes: ["audit"] },
        replacing: { name: "two" },
        byHand,
      },
      {
        token: "aws:eks/nodeGroup:NodeGroup",
        good: {
          clusterName: ids["cluster"],
          nodeGroupName: "one",
          nodeRoleArn: ids["roleArn"],
          subnetIds,
          scalingConfig: size(3),
          tags,
        },
        changed: { scalingConfig: size(4) },
        replacing: { instanceTypes: ["m7g.large"], nodeGroupName: "two" },
        byHand,
      },
      {
        token: "aws:eks/addon:Addon",
        good: { clusterName: ids["cluster"], addonName: "vpc-cni", tags },
        changed: { addonVersion: "v1.20.0-eksbuild.1" },
        replacing: other,
        byHand,
      },
      {
        token: "aws:eks/accessEntry:AccessEntry",
        good: { clusterName: ids["other-cluster"], principalArn: ids["roleArn"], tags },
        changed: { kubernetesGroups: ["readers"] },
        replacing: { principalArn: ids["otherRoleArn"] },
        byHand,
      },
      {
        token: "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
        good: {
          clusterName: ids["cluster"],
          principalArn: ids["roleArn"],
          policyArn: view,
          accessScope: { type: "cluster" },
        },
        replacing: { principalArn: ids["otherRoleArn"] },
      },
      {
        token: "aws:eks/podIdentityAssociation:PodIdentityAssociation",
        good: {
          clusterName: ids["cluster"],
          namespace: "one",
          serviceAccount: "workload",
          roleArn: ids["roleArn"],
          tags,
        },
        changed: { roleArn: ids["otherRoleArn"] },
        replacing: { namespace: "two" },
        byHand,
      },
    ];
  },
);
