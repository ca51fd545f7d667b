import { makeApis, makeConfigurations, makeStages } from "./aws-api-surroundings.ts";
import { type AwsClient, awsClient } from "./aws-client.ts";
import { makeInfrastructure } from "./aws-infrastructure-surroundings.ts";
import type { Make } from "./aws-make.ts";
import { makeMonitoring } from "./aws-surroundings-monitoring.ts";
import { type AwsWorld, awsWorld } from "./aws-world.ts";
import { makeEdge } from "./edge-surroundings.ts";

/** A trust policy for a service. */
export const trust = (service: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
  });

/** What most things refer to, by name: ids, and ARNs where the service wants them. */
export interface AwsSurroundings {
  readonly world: AwsWorld;
  readonly client: AwsClient;
  readonly ids: Readonly<Record<string, string>>;
}

/** An account with a VPC, two clusters, keys, roles and buckets. */
export async function awsSurroundings(): Promise<AwsSurroundings> {
  const world = awsWorld();
  const client = await awsClient(world);
  const west = await awsClient(world, { region: "us-west-2", allowedAccountIds: ["111122223333"] });
  const ids: Record<string, string> = {};
  const make: Make = async (name, type, inputs, from = client) => {
    const { id, outputs } = await from.create(type, inputs);
    ids[name] = id;
    ids[`${name}Arn`] = String(outputs["arn"]);
    if (outputs["rootResourceId"] !== undefined) ids[`${name}Root`] = String(outputs["rootResourceId"]);
    return outputs;
  };
  await make("key", "aws:kms/key:Key", {});
  await make("otherKey", "aws:kms/key:Key", {});
  await make("westKey", "aws:kms/key:Key", { multiRegion: true }, west);
  await make("otherWestKey", "aws:kms/key:Key", { multiRegion: true }, west);
  await make("role", "aws:iam/role:Role", { name: "service", assumeRolePolicy: trust("eks.amazonaws.com") });
  await make("otherRole", "aws:iam/role:Role", { name: "other", assumeRolePolicy: trust("pods.eks.amazonaws.com") });
  const allow = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }],
  });
  await make("policy", "aws:iam/policy:Policy", { name: "reads", policy: allow });
  await make("otherPolicy", "aws:iam/policy:Policy", { name: "reads-too", policy: allow });
  for (const name of ["bucket", "otherBucket", "logBucket"]) {
    await make(name, "aws:s3/bucket:Bucket", { bucket: `surroundings-${name.toLowerCase()}`, objectLockEnabled: true });
  }
  await make("vpc", "aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
  await make("otherVpc", "aws:ec2/vpc:Vpc", { cidrBlock: "10.1.0.0/16" });
  for (const [name, zone, block] of [
    ["subnet", "a", "10.0.0.0/24"],
    ["otherSubnet", "b", "10.0.1.0/24"],
  ] as const) {
    await make(name, "aws:ec2/subnet:Subnet", {
      vpcId: ids["vpc"],
      cidrBlock: block,
      availabilityZone: `eu-central-1${zone}`,
    });
  }
  for (const name of ["group", "otherGroup"])
    await make(name, "aws:ec2/securityGroup:SecurityGroup", { name, vpcId: ids["vpc"] });
  await make("gateway", "aws:ec2/internetGateway:InternetGateway", { vpcId: ids["vpc"] });
  for (const name of ["address", "otherAddress"]) await make(name, "aws:ec2/eip:Eip", { domain: "vpc" });
  for (const name of ["table", "otherTable"]) await make(name, "aws:ec2/routeTable:RouteTable", { vpcId: ids["vpc"] });
  await make("logs", "aws:cloudwatch/logGroup:LogGroup", { name: "/flow" });
  for (const name of ["secret", "otherSecret"]) await make(name, "aws:secretsmanager/secret:Secret", { name });
  await makeMonitoring(make);
  await makeBackups(make);
  await makeEvents(make);
  await makeFirewalls(make);
  await makeRecords(make);
  await makeUsers(make);
  await makeDetection(make, west);
  await makeEdge(make, ids);
  await makeConfigurations(make, ids);
  await makeApis(make, ids);
  await makeStages(make, ids);
  await make("monitor", "aws:costexplorer/anomalyMonitor:AnomalyMonitor", {
    name: "monitor",
    monitorType: "CUSTOM",
    monitorSpecification: "{}",
  });
  await make("subnets", "aws:rds/subnetGroup:SubnetGroup", {
    name: "db",
    subnetIds: [ids["subnet"], ids["otherSubnet"]],
  });
  for (const name of ["aurora", "other-aurora"]) {
    await make(name, "aws:rds/cluster:Cluster", {
      clusterIdentifier: name,
      engine: "aurora-postgresql",
      masterUsername: "owner",
      masterPassword: "long enough".replace(" ", "-"),
      skipFinalSnapshot: true,
    });
  }
  await makeInfrastructure(make, ids);
  for (const name of ["cluster", "other-cluster"]) {
    await make(name, "aws:eks/cluster:Cluster", {
      name,
      roleArn: ids["roleArn"],
      accessConfig: { authenticationMode: "API" },
      vpcConfig: { subnetIds: [ids["subnet"], ids["otherSubnet"]] },
    });
  }
  for (const name of ["role", "otherRole"])
    await make(`${name}Entry`, "aws:eks/accessEntry:AccessEntry", {
      clusterName: "cluster",
      principalArn: ids[`${name}Arn`],
    });
  return { world, client, ids };
}

async function makeBackups(make: Make): Promise<void> {
  for (const name of ["vault", "otherVault"]) await make(name, "aws:backup/vault:Vault", { name });
  await make("plan", "aws:backup/plan:Plan", {
    name: "plan",
    rules: [{ ruleName: "daily", targetVaultName: "vault", schedule: "cron(0 4 ? * * *)" }],
  });
  await make("restorePlan", "aws:backup/restoreTestingPlan:RestoreTestingPlan", {
    name: "monthly",
    scheduleExpression: "cron(0 6 1 * ? *)",
    recoveryPointSelection: {
      algorithm: "LATEST_WITHIN_WINDOW",
      includeVaults: ["*"],
      recoveryPointTypes: ["SNAPSHOT"],
    },
  });
}

async function makeEvents(make: Make): Promise<void> {
  for (const name of ["bus", "otherBus"]) await make(name, "aws:cloudwatch/eventBus:EventBus", { name });
  const eventPattern = JSON.stringify({ source: ["aws.guardduty"] });
  await make("rule", "aws:cloudwatch/eventRule:EventRule", { name: "rule", eventPattern });
  await make("connection", "aws:cloudwatch/eventConnection:EventConnection", {
    name: "surroundings",
    authorizationType: "API_KEY",
    authParameters: { apiKey: { key: "Authorization", value: "shown" } },
  });
}

async function makeFirewalls(make: Make): Promise<void> {
  await make("wafLogs", "aws:cloudwatch/logGroup:LogGroup", { name: "aws-waf-logs-one" });
  for (const name of ["acl", "otherAcl"])
    await make(name, "aws:wafv2/webAcl:WebAcl", {
      name,
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: name, sampledRequestsEnabled: true },
    });
}

async function makeRecords(make: Make): Promise<void> {
  const bucket = "surroundings-trail";
  await make("trailBucket", "aws:s3/bucket:Bucket", { bucket });
  const Statement = [
    {
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `arn:aws:s3:::${bucket}/AWSLogs/111122223333/*`,
    },
  ];
  const policy = JSON.stringify({ Version: "2012-10-17", Statement });
  await make("trailBucketPolicy", "aws:s3/bucketPolicy:BucketPolicy", { bucket, policy });
}

/** In a Region of its own, since each of these is there once. */
async function makeDetection(make: Make, west: AwsClient): Promise<void> {
  await make("detector", "aws:guardduty/detector:Detector", {}, west);
  const roleArn = "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";
  for (const region of ["us-west-2", "us-west-1"])
    await make("recorder", "aws:cfg/recorder:Recorder", { name: region, roleArn, region }, west);
}

async function makeUsers(make: Make): Promise<void> {
  for (const name of ["userPool", "otherUserPool"])
    await make(name, "aws:cognito/userPool:UserPool", {
      name,
      userPoolTier: "PLUS",
      userPoolAddOns: { advancedSecurityMode: "ENFORCED" },
    });
}
