import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { listAwsResources } from "../../../../sandbox/aws/index.ts";
import { awsClient } from "../../../support/aws-client.ts";
import { refusesEach } from "../../../support/aws-refusals.ts";
import { type AwsSurroundings, awsSurroundings } from "../../../support/aws-surroundings.ts";

const instance = "aws:rds/instance:Instance";
const cluster = "aws:rds/cluster:Cluster";
const managed = {
  identifier: "one",
  engine: "postgres",
  engineVersion: "17",
  instanceClass: "db.t4g.micro",
  allocatedStorage: 20,
  username: "owner",
  manageMasterUserPassword: true,
  dbName: "app",
  skipFinalSnapshot: true,
};
const { manageMasterUserPassword: _managed, ...plain } = managed;

describe("RDS of the embedded account", () => {
  let place: AwsSurroundings;
  beforeEach(async () => {
    place = await awsSurroundings();
    place.world.asked.splice(0);
  });

  it("starts a server for an instance, tells where it is, and removes it", async () => {
    const made = await place.client.create(instance, managed);
    const server = place.world.postgres.get("one");
    deepEqual(place.world.asked, ["postgres.start one owner app"]);
    deepEqual(
      [made.outputs["address"], made.outputs["port"], made.outputs["endpoint"]],
      [server?.host, server?.port, `${server?.host}:${server?.port}`],
    );
    match(String(made.outputs["resourceId"]), /^db-[A-Z2-7]{26}$/);
    equal(made.outputs["arn"], "arn:aws:rds:eu-central-1:111122223333:db:one");
    await place.client.delete(made);
    deepEqual(place.world.asked, ["postgres.start one owner app", "postgres.remove one"]);
  });

  it("makes a secret of the master's password, under the given key, and takes it away with the instance", async () => {
    const made = await place.client.create(instance, { ...managed, masterUserSecretKmsKeyId: place.ids["keyArn"] });
    const [secret] = made.outputs["masterUserSecrets"] as {
      secretArn: string;
      kmsKeyId: string;
      secretStatus: string;
    }[];
    equal(secret?.kmsKeyId, place.ids["keyArn"]);
    const version = await place.client.invoke("aws:secretsmanager/getSecretVersion:getSecretVersion", {
      secretId: secret?.secretArn,
    });
    const value = JSON.parse(String(version["secretString"])) as { username: string; password: string };
    equal(value.username, "owner");
    equal(value.password.length, 28);
    equal(JSON.stringify(listAwsResources(place.world)).includes(value.password), false);
    await place.client.delete(made);
    await rejects(
      place.client.invoke("aws:secretsmanager/getSecretVersion:getSecretVersion", { secretId: secret?.secretArn }),
      /ResourceNotFoundException/,
    );
  });

  it("refuses to delete what is protected, or would leave no final snapshot, and records the snapshot that it takes", async () => {
    const made = await place.client.create(instance, {
      ...managed,
      deletionProtection: true,
      skipFinalSnapshot: false,
    });
    await rejects(place.client.delete(made), /InvalidParameterCombination: Cannot delete protected database one/);
    const free = await place.client.update(made, { ...managed, deletionProtection: false, skipFinalSnapshot: false });
    await rejects(place.client.delete(free), /finalSnapshotIdentifier is required/);
    const named = await place.client.update(free, {
      ...managed,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: "one-final",
    });
    await place.client.delete(named);
    equal(place.world.asked.at(-1), "postgres.remove one");
    deepEqual(
      listAwsResources(place.world)
        .filter(({ type }) => type.includes("snapshot"))
        .map(({ id, arn }) => [id, arn]),
      [["one-final", "arn:aws:rds:eu-central-1:111122223333:snapshot:one-final"]],
    );
  });

  it("refuses storage to shrink, and lets it grow", async () => {
    const made = await place.client.create(instance, { ...managed, allocatedStorage: 100 });
    await rejects(place.client.update(made, { ...managed, allocatedStorage: 50 }), /storage cannot shrink/);
    equal((await place.client.update(made, { ...managed, allocatedStorage: 200 })).outputs["allocatedStorage"], 200);
  });

  it("changes the master's password on the server, and keeps none that was given", async () => {
    const made = await place.client.create(instance, { ...plain, password: "first-password" });
    await place.client.update(made, { ...plain, password: "second-password" });
    deepEqual(place.world.asked.at(-1), "postgres.setMasterPassword one owner");
    equal(JSON.stringify(place.world.store.list("aws:rds/instance:Instance")).includes("-password"), false);
  });

  it("answers for a read replica at its source's address, and refuses one without backups", async () => {
    const source = await place.client.create(instance, { ...managed, backupRetentionPeriod: 7 });
    const replica = {
      identifier: "copy",
      instanceClass: "db.t4g.micro",
      replicateSourceDb: "one",
      skipFinalSnapshot: true,
    };
    equal((await place.client.create(instance, replica)).outputs["endpoint"], source.outputs["endpoint"]);
    deepEqual(place.world.asked, ["postgres.start one owner app"]);
    await place.client.create(instance, { ...managed, identifier: "no-backups" });
    await rejects(
      place.client.create(instance, { ...replica, identifier: "copy-2", replicateSourceDb: "no-backups" }),
      /Automated backups are not enabled/,
    );
  });

  it("refuses a second identifier in any account, another engine, and references that do not exist", async () => {
    await place.client.create(instance, managed);
    await rejects(place.client.create(instance, managed), /DBInstanceAlreadyExists: one already exists$/);
    const other = await awsClient(place.world, { region: "us-west-2", allowedAccountIds: ["444455556666"] });
    await rejects(
      other.create(instance, managed),
      /one already exists in account 111122223333, eu-central-1; the sandbox has one server/,
    );
    const two = { ...managed, identifier: "two" };
    await rejects(
      place.client.create(instance, { ...two, engine: "mysql" }),
      /Invalid DB engine: mysql\. The sandbox runs postgres/,
    );
    await rejects(place.client.create(instance, { ...two, dbSubnetGroupName: "none" }), /DBSubnetGroupNotFoundFault/);
    await rejects(place.client.create(instance, { ...two, parameterGroupName: "none" }), /DBParameterGroupNotFound/);
    await rejects(place.client.create(instance, { ...two, vpcSecurityGroupIds: ["sg-0"] }), /InvalidGroup\.NotFound/);
    await rejects(place.client.create(instance, { ...two, snapshotIdentifier: "old" }), /keeps no data in snapshots/);
    await place.client.create(instance, { ...two, dbSubnetGroupName: "db", vpcSecurityGroupIds: [place.ids["group"]] });
  });

  it("refuses values that RDS refuses", async () => {
    await refusesEach(place.client, instance, managed, [
      ["identifier", "Upper", /not a valid identifier/],
      ["identifier", "a--b", /no two in a row/],
      ["username", "rdsadmin", /reserved word/],
      ["password", "long-enough", /cannot be given with manageMasterUserPassword/],
      ["storageType", "gp9", /Allowed are standard, gp2, gp3, io1, io2/],
      ["allocatedStorage", 19, /20 to 65536/],
      ["maxAllocatedStorage", 10, /Max storage size/],
      ["monitoringInterval", 7, /\[0 1 5 10 15 30 60\]/],
      ["monitoringInterval", 60, /MonitoringRoleARN value is required/],
      ["backupRetentionPeriod", 36, /\(0 - 35\)/],
      ["instanceClass", "t4g.micro", /Invalid DB Instance class/],
    ]);
    await refusesEach(place.client, instance, { ...plain, password: "long-enough" }, [
      ["password", "short", /8 to 128/],
      ["password", "with a space", /Only printable/],
    ]);
  });

  it("runs one server for an Aurora cluster, and deletes it only after its instances", async () => {
    const made = await place.client.create(cluster, {
      clusterIdentifier: "big",
      engine: "aurora-postgresql",
      masterUsername: "owner",
      manageMasterUserPassword: true,
      skipFinalSnapshot: true,
    });
    const member = await place.client.create("aws:rds/clusterInstance:ClusterInstance", {
      identifier: "big-1",
      clusterIdentifier: "big",
      engine: "aurora-postgresql",
      instanceClass: "db.r8g.large",
    });
    deepEqual(place.world.asked, ["postgres.start big owner -"]);
    deepEqual([member.outputs["port"], member.outputs["writer"]], [made.outputs["port"], true]);
    deepEqual((await place.client.read(made))?.outputs["clusterMembers"], ["big-1"]);
    await rejects(place.client.delete(made), /InvalidDBClusterStateFault: .*big-1/);
    await place.client.delete(member);
    await place.client.delete(made);
    equal(place.world.asked.at(-1), "postgres.remove big");
  });

  it("refuses a subnet group in one zone, and deleting groups in use", async () => {
    await rejects(
      place.client.create("aws:rds/subnetGroup:SubnetGroup", { name: "one", subnetIds: [place.ids["subnet"]] }),
      /DBSubnetGroupDoesNotCoverEnoughAZs/,
    );
    const group = await place.client.create("aws:rds/parameterGroup:ParameterGroup", {
      name: "mine",
      family: "postgres17",
    });
    const made = await place.client.create(instance, { ...managed, parameterGroupName: "mine" });
    await rejects(place.client.delete(group), /InvalidDBParameterGroupState/);
    await place.client.delete(made);
    await place.client.delete(group);
  });
});
