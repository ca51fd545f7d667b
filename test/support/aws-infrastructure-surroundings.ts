import type { PropertyMap } from "../../sandbox/provider/provider.ts";

type Make = (name: string, type: string, inputs: PropertyMap) => Promise<unknown>;

/** What schedules, caches and what scales refer to. */
export async function makeInfrastructure(make: Make, ids: Readonly<Record<string, string>>): Promise<void> {
  const vpcSubnetIds = [ids["subnet"], ids["otherSubnet"]];
  for (const name of ["pooler", "other-pooler"])
    await make(name, "aws:rds/proxy:Proxy", {
      name,
      engineFamily: "POSTGRESQL",
      defaultAuthScheme: "IAM_AUTH",
      roleArn: ids["roleArn"],
      vpcSubnetIds,
    });
  await make("rotations", "aws:scheduler/scheduleGroup:ScheduleGroup", { name: "rotations" });
  for (const name of ["cache-user", "other-cache-user"])
    await make(name, "aws:elasticache/user:User", {
      userId: name,
      userName: name,
      engine: "valkey",
      accessString: "on ~a:* -@all +@read",
      authenticationMode: { type: "iam" },
    });
  await make("cacheUsers", "aws:elasticache/userGroup:UserGroup", { userGroupId: "cache-users", engine: "valkey" });
  await make("scaledAurora", "aws:rds/cluster:Cluster", {
    clusterIdentifier: "scaled-aurora",
    engine: "aurora-postgresql",
    masterUsername: "owner",
    masterPassword: "long enough".replace(" ", "-"),
    skipFinalSnapshot: true,
  });
  await make("scaled", "aws:appautoscaling/target:Target", {
    serviceNamespace: "rds",
    resourceId: "cluster:scaled-aurora",
    scalableDimension: "rds:cluster:ReadReplicaCount",
    minCapacity: 1,
    maxCapacity: 15,
  });
}
