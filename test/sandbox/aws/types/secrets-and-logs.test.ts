import { deepEqual, equal, rejects } from "node:assert/strict";
import { listAwsResources } from "../../../../sandbox/aws/index.ts";
import { type AwsClient, awsClient } from "../../../support/aws-client.ts";
import { refusesEach, takesEach } from "../../../support/aws-refusals.ts";
import { type AwsWorld, awsWorld } from "../../../support/aws-world.ts";

const secret = "aws:secretsmanager/secret:Secret";
const version = "aws:secretsmanager/secretVersion:SecretVersion";
const logGroup = "aws:cloudwatch/logGroup:LogGroup";
const value = "aws:secretsmanager/getSecretVersion:getSecretVersion";

describe("Secrets Manager and CloudWatch Logs of the embedded account", () => {
  let world: AwsWorld;
  let client: AwsClient;
  beforeEach(async () => {
    world = awsWorld();
    client = await awsClient(world);
  });

  it("gives the current and the previous value of a secret, by ARN or name", async () => {
    const made = await client.create(secret, { name: "app/key" });
    await client.create(version, { secretId: made.id, secretString: "one" });
    await client.create(version, { secretId: made.id, secretString: "two" });
    equal((await client.invoke(value, { secretId: "app/key" }))["secretString"], "two");
    equal((await client.invoke(value, { secretId: made.id, versionStage: "AWSPREVIOUS" }))["secretString"], "one");
    await rejects(client.invoke(value, { secretId: "none" }), /ResourceNotFoundException/);
    equal(JSON.stringify(listAwsResources(world)).includes("two"), false);
  });

  it("keeps a write-only value in the service alone", async () => {
    const made = await client.create(secret, { name: "app/key" });
    const written = await client.create(version, {
      secretId: made.id,
      secretStringWo: "hidden",
      secretStringWoVersion: 1,
    });
    equal((await client.invoke(value, { secretId: made.id }))["secretString"], "hidden");
    equal(JSON.stringify(world.store.list(version)).includes("hidden"), false);
    equal(written.outputs["hasSecretStringWo"], true);
  });

  it("keeps a secret through its recovery window, and its name with it", async () => {
    const made = await client.create(secret, { name: "kept", recoveryWindowInDays: 7 });
    await client.delete(made);
    deepEqual(
      listAwsResources(world).map(({ id, state }) => [id, state]),
      [[made.id, "PendingDeletion"]],
    );
    await rejects(client.create(secret, { name: "kept" }), /InvalidRequestException: .*already scheduled for deletion/);
    const gone = await client.create(secret, { name: "gone", recoveryWindowInDays: 0 });
    await client.delete(gone);
    await client.create(secret, { name: "gone" });
    await refusesEach(client, secret, { name: "a", recoveryWindowInDays: 7 }, [
      ["recoveryWindowInDays", 6, /0 or in the range \(7 - 30\)/],
      ["name", "a b", /Invalid name/],
    ]);
  });

  it("refuses two values for one version, and a version of no secret", async () => {
    await refusesEach(client, version, { secretId: "a", secretString: "b" }, [
      ["secretBinary", "Yg==", /exactly one of secretString, secretBinary, secretStringWo/],
    ]);
    await rejects(
      client.create(version, { secretId: "none", secretString: "a" }),
      /can't find the specified secret: none/,
    );
  });

  it("R-MON-3 takes the retentions that CloudWatch Logs has, and no other", async () => {
    await takesEach(client, logGroup, { name: "a" }, "retentionInDays", [0, 1, 90, 365, 3653]);
    await refusesEach(client, logGroup, { name: "a", retentionInDays: 90 }, [
      ["retentionInDays", 91, /one of \[0 1 3 5 .* 3653\], got 91/],
      ["retentionInDays", "90", /must be a number, but is a text/],
      ["name", "a b", /match/],
      ["name", "x".repeat(513), /at most 512/],
      ["logGroupClass", "CHEAP", /one of \[STANDARD/],
    ]);
    await client.create(logGroup, { name: "a" });
    await rejects(client.create(logGroup, { name: "a" }), /ResourceAlreadyExistsException/);
  });
});
