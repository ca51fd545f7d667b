import { equal, match, rejects } from "node:assert/strict";
import { awsCalls, listAwsResources } from "../../../../sandbox/aws/index.ts";
import { type AwsClient, awsClient } from "../../../support/aws-client.ts";
import { refusesEach, takesEach } from "../../../support/aws-refusals.ts";
import { type AwsWorld, awsWorld } from "../../../support/aws-world.ts";

const key = "aws:kms/key:Key";
const alias = "aws:kms/alias:Alias";

describe("KMS of the embedded account", () => {
  let world: AwsWorld;
  let client: AwsClient;
  beforeEach(async () => {
    world = awsWorld();
    client = await awsClient(world);
  });
  const state = (id: string) => listAwsResources(world).find((row) => row.id === id)?.state;

  it("R-INF-1 takes rotation of 90 to 2,560 days and a deletion window of 7 to 30, and no other", async () => {
    const good = { enableKeyRotation: true, rotationPeriodInDays: 90, deletionWindowInDays: 7 };
    await takesEach(client, key, good, "rotationPeriodInDays", [90, 2560]);
    await takesEach(client, key, good, "deletionWindowInDays", [7, 30]);
    await refusesEach(client, key, good, [
      ["rotationPeriodInDays", 89, /rotationPeriodInDays to be in the range \(90 - 2560\), got 89/],
      ["rotationPeriodInDays", 2561, /got 2561/],
      ["deletionWindowInDays", 6, /\(7 - 30\), got 6/],
      ["deletionWindowInDays", 31, /got 31/],
      ["enableKeyRotation", false, /needs enableKeyRotation/],
      ["customerMasterKeySpec", "AES_256", /customerMasterKeySpec to be one of \[RSA_2048 .*SYMMETRIC_DEFAULT/],
    ]);
  });

  it("gives a key id and an ARN of the account and Region, and mrk- to a multi-Region key", async () => {
    const single = await client.create(key, {});
    match(single.id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    equal(single.outputs["arn"], `arn:aws:kms:eu-central-1:111122223333:key/${single.id}`);
    match((await client.create(key, { multiRegion: true })).id, /^mrk-[0-9a-f]{32}$/);
  });

  it("only schedules a key's deletion, and takes it back", async () => {
    const made = await client.create(key, {});
    await client.delete(made);
    equal(state(made.id), "PendingDeletion");
    equal(await client.read(made), undefined);
    awsCalls(world)["kms.cancelDeletion"]?.({ keyId: made.id });
    equal(state(made.id), "Disabled");
    equal((await client.read(made))?.id, made.id);
  });

  it("refuses to use a key that is disabled, scheduled or of another account's id, and uses an enabled one", async () => {
    const logGroup = "aws:cloudwatch/logGroup:LogGroup";
    const made = await client.create(key, {});
    await client.create(logGroup, { name: "a", kmsKeyId: made.outputs["arn"] });
    await rejects(
      client.create(logGroup, { name: "b", kmsKeyId: "arn:aws:kms:eu-central-1:111122223333:key/none" }),
      /InvalidParameterException: Invalid keyId .*Key does not exist/,
    );
    await client.delete(made);
    await rejects(
      client.create(logGroup, { name: "c", kmsKeyId: made.outputs["arn"] }),
      /is PendingDeletion: only an Enabled key can be used/,
    );
  });

  it("refuses a policy that is no policy, or names a role that does not exist, and takes one that does", async () => {
    const policy = (arn: string) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { AWS: arn }, Action: "kms:*", Resource: "*" }],
      });
    await client.create(key, { policy: policy("arn:aws:iam::111122223333:root") });
    await rejects(
      client.create(key, { policy: policy("arn:aws:iam::111122223333:role/none") }),
      /MalformedPolicyDocumentException: .*invalid principals: .*role\/none/,
    );
    await refusesEach(client, key, {}, [
      ["policy", "{", /MalformedPolicyDocumentException/],
      [
        "policy",
        JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "kms:*" }] }),
        /must contain resources/,
      ],
      ["policy", JSON.stringify({ Version: "2020-01-01", Statement: [] }), /Version must be/],
    ]);
  });

  it("keeps alias names unique in account and Region, and their form", async () => {
    const made = await client.create(key, {});
    const good = { name: "alias/one", targetKeyId: made.id };
    await client.create(alias, good);
    await rejects(client.create(alias, good), /AlreadyExistsException/);
    await (await awsClient(world, { region: "us-east-1", allowedAccountIds: ["111122223333"] })).create(alias, {
      ...good,
      targetKeyId: made.outputs["arn"],
    });
    await refusesEach(client, alias, good, [
      ["name", "one", /must begin with 'alias\/'/],
      ["name", "alias/aws/rds", /reserved/],
      ["name", "alias/a b", /match|comprised/],
    ]);
    await rejects(client.create(alias, { name: "alias/two", targetKeyId: "none" }), /NotFoundException/);
  });

  it("replicates a multi-Region key into another Region with the same id, and nothing else", async () => {
    const replica = "aws:kms/replicaKey:ReplicaKey";
    const west = await awsClient(world, { region: "us-west-2", allowedAccountIds: ["111122223333"] });
    const primary = await client.create(key, { multiRegion: true });
    const single = await client.create(key, {});
    await rejects(west.create(replica, { primaryKeyArn: single.outputs["arn"] }), /UnsupportedOperationException/);
    await rejects(client.create(replica, { primaryKeyArn: primary.outputs["arn"] }), /AlreadyExistsException/);
    const made = await west.create(replica, { primaryKeyArn: primary.outputs["arn"] });
    equal(made.outputs["arn"], `arn:aws:kms:us-west-2:111122223333:key/${primary.id}`);
    await client.delete(primary);
    equal(listAwsResources(world).find(({ arn }) => arn === primary.outputs["arn"])?.state, "PendingReplicaDeletion");
  });
});
