import { deepEqual, equal, rejects } from "node:assert/strict";
import { refusesEach, takesEach } from "../../../support/aws-refusals.ts";
import { type AwsSurroundings, awsSurroundings } from "../../../support/aws-surroundings.ts";

const user = "aws:elasticache/user:User";
const userGroup = "aws:elasticache/userGroup:UserGroup";
const association = "aws:elasticache/userGroupAssociation:UserGroupAssociation";
const cache = "aws:elasticache/serverlessCache:ServerlessCache";
const schedule = "aws:scheduler/schedule:Schedule";
const scheduleGroup = "aws:scheduler/scheduleGroup:ScheduleGroup";
const target = "aws:appautoscaling/target:Target";
const policy = "aws:appautoscaling/policy:Policy";

const tenantUser = (id: string) => ({
  userId: id,
  userName: id,
  engine: "valkey",
  accessString: `on ~${id}:* resetchannels &${id}:* -@all +@read -scan +cluster|slots`,
  authenticationMode: { type: "iam" },
});
const readers = {
  serviceNamespace: "rds",
  resourceId: "cluster:aurora",
  scalableDimension: "rds:cluster:ReadReplicaCount",
};

describe("ElastiCache of the embedded account", () => {
  let place: AwsSurroundings;
  before(async () => {
    place = await awsSurroundings();
  });

  it("R-INF-7 refuses names, access strings and passwords that ElastiCache refuses", async () => {
    await refusesEach(place.client, user, tenantUser("tenant-a"), [
      ["userId", "a".repeat(41), /1 to 40/],
      ["userId", "a--b", /single hyphens/],
      ["userName", "tenant-b", /must be identical/],
      ["accessString", "on nopass ~*", /nopass cannot be part/],
      ["accessString", "on >secret ~*", /cannot be part/],
      ["accessString", "on everything", /everything is not a rule/],
      ["authenticationMode", { type: "no-password-required" }, /valkey authenticates by password or IAM/],
      ["passwords", ["short"], /16 to 128/],
    ]);
    await takesEach(place.client, user, tenantUser("tenant-a"), "accessString", ["off ~a:* +@all", "on %R~a:* -@all"]);
  });

  it("R-INF-7 takes 100 users into a group and no more, and no user that does not exist", async () => {
    const { client } = place;
    await client.create(userGroup, { userGroupId: "full", engine: "valkey" });
    await rejects(client.create(association, { userGroupId: "full", userId: "nobody" }), /UserNotFound/);
    for (let number = 0; number < 101; number++) await client.create(user, tenantUser(`u${number}`));
    for (let number = 0; number < 100; number++)
      await client.create(association, { userGroupId: "full", userId: `u${number}` });
    await rejects(client.create(association, { userGroupId: "full", userId: "u100" }), /UserGroupQuotaExceeded.*100/);
  });

  it("refuses a Redis group without its default user, and deletes no group that a cache uses", async () => {
    const { client } = place;
    await rejects(client.create(userGroup, { userGroupId: "old", engine: "redis" }), /DefaultUserRequired/);
    const used = await client.create(userGroup, { userGroupId: "used", engine: "valkey" });
    const uses = await client.create(cache, { name: "uses", engine: "valkey", userGroupId: "used" });
    await rejects(client.delete(used), /InvalidUserGroupState/);
    await client.delete(uses);
    await client.delete(used);
  });

  it("R-INF-7 refuses limits that a serverless cache has not, and keys and groups that do not exist", async () => {
    const storage = (values: object) => ({ dataStorage: { unit: "GB", ...values } });
    const good = { name: "one", engine: "valkey", cacheUsageLimits: storage({ maximum: 1 }) };
    await refusesEach(place.client, cache, good, [
      ["name", "a".repeat(41), /1 to 40/],
      ["engine", "memory", /valkey, redis or memcached/],
      ["cacheUsageLimits", storage({ maximum: 5001 }), /from 1 to 5000/],
      ["cacheUsageLimits", storage({ maximum: 0 }), /from 1 to 5000/],
      ["cacheUsageLimits", storage({ minimum: 3, maximum: 2 }), /above its maximum/],
      ["cacheUsageLimits", { ecpuPerSeconds: [{ maximum: 999 }] }, /from 1000 to 15000000/],
      ["snapshotRetentionLimit", 36, /0 to 35/],
    ]);
    await rejects(place.client.create(cache, { ...good, kmsKeyId: "none" }), /InvalidKMSKeyFault/);
    await rejects(place.client.create(cache, { ...good, userGroupId: "none" }), /UserGroupNotFound/);
    const { outputs } = await place.client.create(cache, { ...good, kmsKeyId: place.ids["keyArn"] });
    deepEqual(
      (outputs["endpoints"] as { port: number }[]).map(({ port }) => port),
      [6379],
    );
  });
});

describe("EventBridge Scheduler of the embedded account", () => {
  let place: AwsSurroundings;
  before(async () => {
    place = await awsSurroundings();
  });
  const good = () => ({
    name: "one",
    groupName: "rotations",
    scheduleExpression: "rate(30 days)",
    flexibleTimeWindow: { mode: "OFF" },
    target: {
      arn: "arn:aws:scheduler:::aws-sdk:kms:rotateKeyOnDemand",
      roleArn: place.ids["roleArn"],
      input: '{"KeyId":"one"}',
    },
  });

  it("R-INF-1 refuses expressions, windows and targets that the scheduler refuses", async () => {
    const { target: aim, ...rest } = good();
    await refusesEach(place.client, schedule, { ...rest, target: aim }, [
      ["scheduleExpression", "rate(0 days)", /Invalid Schedule Expression/],
      ["scheduleExpression", "rate(30 months)", /Invalid Schedule Expression/],
      ["scheduleExpression", "cron(0 3 1 *)", /Invalid Schedule Expression/],
      ["flexibleTimeWindow", { mode: "FLEXIBLE" }, /maximum window must be given/],
      ["flexibleTimeWindow", { mode: "OFF", maximumWindowInMinutes: 5 }, /must not be given/],
      ["target", { ...aim, arn: "arn:aws:scheduler:::aws-sdk:kms:RotateKeyOnDemand" }, /camel case/],
      ["target", { ...aim, arn: "arn:aws:scheduler:::aws-sdk:kms:describeKey" }, /only reads/],
      ["target", { ...aim, input: "KeyId" }, /valid JSON/],
    ]);
    await takesEach(place.client, schedule, good(), "scheduleExpression", [
      "rate(1 day)",
      "cron(0 3 1 * ? *)",
      "at(2030-01-01T00:00:00)",
    ]);
  });

  it("R-INF-1 refuses groups, roles and queues that do not exist, and deletes a group with its schedules", async () => {
    const { client } = place;
    const { target: aim, ...rest } = good();
    await rejects(client.create(schedule, { ...good(), groupName: "none" }), /ResourceNotFoundException/);
    const noRole = { ...aim, roleArn: "arn:aws:iam::111122223333:role/nobody" };
    await rejects(client.create(schedule, { ...rest, target: noRole }), /role\/nobody does not exist/);
    const noQueue = { ...aim, deadLetterConfig: { arn: "arn:aws:sqs:eu-central-1:111122223333:none" } };
    await rejects(client.create(schedule, { ...rest, target: noQueue }), /dead-letter queue .* does not exist/);
    const going = await client.create(scheduleGroup, { name: "going" });
    const { id } = await client.create(schedule, { ...good(), groupName: "going" });
    equal(id, "going/one");
    await client.delete(going);
    await client.create(scheduleGroup, { name: "going" });
    await client.create(schedule, { ...good(), groupName: "going" });
  });
});

describe("Application Auto Scaling of the embedded account", () => {
  let place: AwsSurroundings;
  before(async () => {
    place = await awsSurroundings();
  });

  it("R-INF-4 refuses capacities and dimensions that do not fit, and clusters that do not exist", async () => {
    await refusesEach(place.client, target, { ...readers, minCapacity: 1, maxCapacity: 15 }, [
      ["maxCapacity", 16, /at most 15 readers/],
      ["minCapacity", 16, /cannot be less than minimum/],
      ["minCapacity", -1, /cannot be negative/],
      ["serviceNamespace", "ecs", /Unsupported service namespace/],
    ]);
    const none = { ...readers, resourceId: "cluster:none", minCapacity: 1, maxCapacity: 2 };
    await rejects(place.client.create(target, none), /Resource Id does not exist: cluster:none/);
  });

  it("R-INF-4 predicts for ECS alone, and scales nothing that is not registered", async () => {
    const configuration = {
      predefinedMetricSpecification: { predefinedMetricType: "RDSReaderAverageCPUUtilization" },
      targetValue: 70,
    };
    const good = {
      ...readers,
      name: "one",
      policyType: "TargetTrackingScaling",
      targetTrackingScalingPolicyConfiguration: configuration,
    };
    await refusesEach(place.client, policy, good, [
      ["policyType", "PredictiveScaling", /for the service namespace ecs only/],
      ["targetTrackingScalingPolicyConfiguration", undefined, /needs its configuration/],
    ]);
    await rejects(place.client.create(policy, good), /ObjectNotFoundException/);
    await place.client.create(target, { ...readers, minCapacity: 1, maxCapacity: 2 });
    await place.client.create(policy, good);
  });
});
