import type { CellOutputs } from "../../model/outputs.ts";

/** What a cell hands out, each value told apart by its name. */
export const cellOutputs: CellOutputs = {
  vpcId: "vpc-0",
  privateSubnetIds: ["subnet-a", "subnet-b", "subnet-c"],
  keyArn: "arn:aws:kms:us-east-1:111122223333:key/cell",
  logBucketName: "log-bucket",
  clusterName: "cell-cluster",
  clusterEndpoint: "https://cell-cluster.example",
  clusterCertificateAuthority: "Y2VydGlmaWNhdGU=",
  clusterSecurityGroupId: "sg-cluster",
  databaseHost: "cell-database.example",
  databasePort: 5432,
  databaseIdentifier: "cell-database",
  databaseResourceId: "db-CELL",
  databaseSecurityGroupId: "sg-database",
  databaseSubnetGroupName: "cell-subnets",
  databaseMasterSecretArn: "arn:aws:secretsmanager:us-east-1:111122223333:secret:master",
  monitoringRoleArn: "arn:aws:iam::111122223333:role/monitoring",
  permissionsBoundaryArn: "arn:aws:iam::111122223333:policy/boundary",
  backupRoleArn: "arn:aws:iam::111122223333:role/backup",
  backupPlanIds: { free: "plan-free", professional: "plan-professional" },
  modelProfileArns: {
    "claude-3": "arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/cell00000001",
  },
  guardrailArns: { ad93e2642a5a: "arn:aws:bedrock:us-east-1:111122223333:guardrail/cell00000001" },
  guardrailVersions: { ad93e2642a5a: "1" },
  configurationApplicationId: "cellapp",
  configurationStrategyId: "atonce1",
  apiId: "cellapi001",
  apiStageName: "live",
  apiUsagePlanIds: { free: "planfr", professional: "planpr" },
  usageBusName: "cell-usage",
  poolRoleArns: {
    free: "arn:aws:iam::111122223333:role/pool-free",
    professional: "arn:aws:iam::111122223333:role/pool-professional",
  },
};
