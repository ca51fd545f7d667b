import { deepEqual, equal, rejects } from "node:assert/strict";
import { awsCalls } from "../../../../sandbox/aws/index.ts";
import { scheduleRefusal } from "../../../../sandbox/aws/types/backup/cron.ts";
import { type AwsClient, awsClient } from "../../../support/aws-client.ts";
import { refusesEach, takesEach } from "../../../support/aws-refusals.ts";
import { trust } from "../../../support/aws-surroundings.ts";
import { type AwsWorld, awsWorld } from "../../../support/aws-world.ts";

const vault = "aws:backup/vault:Vault";
const lock = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";
const plan = "aws:backup/plan:Plan";
const selection = "aws:backup/selection:Selection";
const testing = "aws:backup/restoreTestingPlan:RestoreTestingPlan";
const tested = "aws:backup/restoreTestingSelection:RestoreTestingSelection";

describe("AWS Backup of the embedded account", () => {
  let world: AwsWorld;
  let client: AwsClient;
  beforeEach(async () => {
    world = awsWorld();
    client = await awsClient(world);
  });
  const backUp = (vaultArn: unknown) =>
    awsCalls(world)["backup.addRecoveryPoint"]?.({ vaultArn, resourceArn: "arn:aws:s3:::a" });
  const rule = (more: Record<string, unknown>) => [{ ruleName: "daily", targetVaultName: "vault", ...more }];

  it("R-INF-6 takes schedules of six fields that are at least an hour apart, and no others", () => {
    const good = ["cron(0 4 ? * * *)", "cron(0 0/12 ? * * *)", "cron(30 6 1 * ? *)", "cron(0 5 ? * MON-FRI 2026)"];
    deepEqual(good.map(scheduleRefusal), [undefined, undefined, undefined, undefined]);
    const bad = ["rate(1 day)", "cron(0 4 * * *)", "cron(0 24 ? * * *)", "cron(0 4 * * * *)", "cron(*/5 * ? * * *)"];
    deepEqual(
      bad.map((schedule) => scheduleRefusal(schedule)?.split(" ").slice(0, 3).join(" ")),
      ["expected cron(minutes hours", "expected cron(minutes hours", "the hours of", "one of day", "Backup jobs must"],
    );
    equal(
      scheduleRefusal("cron(0,30 * ? * * *)"),
      "Backup jobs must be at least an hour apart, got cron(0,30 * ? * * *)",
    );
  });

  it("refuses a vault's odd name and a key that is none, and takes good ones", async () => {
    await takesEach(client, vault, {}, "name", ["ab", "a".repeat(50), "A_b-1"]);
    await refusesEach(client, vault, { name: "good" }, [
      ["name", "a", /2 to 50/],
      ["name", "a".repeat(51), /2 to 50/],
      ["name", "a.b", /2 to 50/],
      ["kmsKeyArn", "alias/x", /arn: prefix is missing/],
    ]);
    const missing = "arn:aws:kms:eu-central-1:111122223333:key/none";
    await rejects(
      client.create(vault, { name: "good", kmsKeyArn: missing }),
      /InvalidParameterValueException.*Key does/,
    );
  });

  it("R-INF-6 keeps a vault that is not empty, unless its deletion is forced", async () => {
    const empty = await client.create(vault, { name: "empty" });
    await client.delete(empty);
    const full = await client.create(vault, { name: "full" });
    backUp(full.outputs["arn"]);
    await rejects(
      client.delete(full),
      /InvalidRequestException: Backup vault full cannot be deleted because it contains 1/,
    );
    await client.delete(await client.update(full, { name: "full", forceDestroy: true }));
    equal(await client.read(full), undefined);
  });

  it("R-INF-6 lets nobody take off a compliance lock after its cooling-off days, and a governance lock any day", async () => {
    const held = await client.create(vault, { name: "held", forceDestroy: true });
    backUp(held.outputs["arn"]);
    const locked = await client.create(lock, { backupVaultName: "held", changeableForDays: 3 });
    const open = await client.create(vault, { name: "open" });
    const governed = await client.create(lock, { backupVaultName: "open", minRetentionDays: 7 });
    equal(locked.outputs["backupVaultArn"], held.outputs["arn"]);
    world.moveClock(3);
    await rejects(client.delete(locked), /Vault Lock of held is immutable/);
    await rejects(client.delete(held), /held is locked in compliance mode/);
    await client.delete(governed);
    await client.delete(open);
  });

  it("R-INF-6 refuses a lock outside the service's days, and one of no vault", async () => {
    await client.create(vault, { name: "vault" });
    await refusesEach(client, lock, { backupVaultName: "vault", minRetentionDays: 7, maxRetentionDays: 365 }, [
      ["changeableForDays", 2, /\(3 - 36500\), got 2/],
      ["minRetentionDays", 0, /\(1 - 36500\), got 0/],
      ["minRetentionDays", 366, /366 is greater than MaxRetentionDays 365/],
      ["maxRetentionDays", 36_501, /got 36501/],
    ]);
    await rejects(client.create(lock, { backupVaultName: "none" }), /ResourceNotFoundException: none does not exist/);
  });

  it("R-INF-6 refuses rules that AWS Backup cannot carry out, and plans whose vaults do not exist", async () => {
    await client.create(vault, { name: "vault" });
    await refusesEach(client, plan, { name: "plan", rules: rule({ schedule: "cron(0 4 ? * * *)" }) }, [
      ["rules", rule({ schedule: "rate(1 day)" }), /schedule: InvalidParameterValueException/],
      ["rules", rule({ enableContinuousBackup: true, lifecycle: { deleteAfter: 36 } }), /1 to 35 days, got 36/],
      ["rules", rule({ enableContinuousBackup: true }), /1 to 35 days, got none/],
      ["rules", rule({ lifecycle: { coldStorageAfter: 30, deleteAfter: 119 } }), /90 days after/],
      ["rules", rule({ startWindow: 59 }), /at least 60, got 59/],
      ["rules", rule({ startWindow: 60, completionWindow: 119 }), /at least 60 more than StartWindowMinutes/],
      ["rules", [...rule({}), ...rule({})], /names of their own/],
      ["rules", [], /at least one rule/],
    ]);
    await client.create(plan, { name: "plan", rules: rule({}) });
    await rejects(
      client.create(plan, { name: "plan", rules: [{ ruleName: "a", targetVaultName: "none" }] }),
      /none does not exist/,
    );
  });

  it("R-INF-6 copies into another vault that exists, in whatever Region", async () => {
    await client.create(vault, { name: "vault" });
    const west = await client.create(vault, { name: "vault", region: "eu-west-1" });
    const copied = (destinationVaultArn: unknown) => ({
      name: "plan",
      rules: rule({ copyActions: [{ destinationVaultArn }] }),
    });
    await client.create(plan, copied(west.outputs["arn"]));
    const own = "arn:aws:backup:eu-central-1:111122223333:backup-vault:vault";
    await rejects(client.create(plan, copied(own)), /must be another vault that exists/);
    await rejects(client.create(plan, copied(own.replace("vault:vault", "vault:none"))), /must be another vault/);
  });

  it("keeps a plan that selections still use, and refuses a selection of nothing or with a role that is none", async () => {
    await client.create(vault, { name: "vault" });
    const role = await client.create("aws:iam/role:Role", {
      name: "r",
      assumeRolePolicy: trust("backup.amazonaws.com"),
    });
    const made = await client.create(plan, { name: "plan", rules: rule({}) });
    const good = { name: "s", planId: made.id, iamRoleArn: role.outputs["arn"], resources: ["arn:aws:s3:::a"] };
    await refusesEach(client, selection, good, [
      ["resources", undefined, /names resources, tags or conditions/],
      ["resources", ["bucket"], /arn: prefix is missing/],
      ["resources", Array.from({ length: 501 }, (_, index) => `arn:aws:s3:::b${index}`), /at most 500/],
      ["name", "a b", /1 to 50 letters/],
      ["selectionTags", [{ type: "STRINGLIKE", key: "a", value: "b" }], /STRINGEQUALS/],
    ]);
    await rejects(
      client.create(selection, { ...good, iamRoleArn: "arn:aws:iam::111122223333:role/none" }),
      /role\/none/,
    );
    await rejects(client.create(selection, { ...good, planId: "none" }), /ResourceNotFoundException: none/);
    const selected = await client.create(selection, good);
    await rejects(client.delete(made), /Related backup plan selections must be deleted/);
    await client.delete(selected);
    await client.delete(made);
  });

  it("R-INF-6 tries restores by a plan, and keeps the plan while something is selected", async () => {
    const role = await client.create("aws:iam/role:Role", {
      name: "r",
      assumeRolePolicy: trust("backup.amazonaws.com"),
    });
    const recoveryPointSelection = {
      algorithm: "LATEST_WITHIN_WINDOW",
      includeVaults: ["*"],
      recoveryPointTypes: ["SNAPSHOT"],
    };
    const good = { name: "monthly", scheduleExpression: "cron(0 6 1 * ? *)", recoveryPointSelection };
    await refusesEach(client, testing, good, [
      ["name", "with-hyphen", /letters, numbers and underscores/],
      ["scheduleExpression", "rate(30 days)", /expected cron/],
      ["startWindowHours", 169, /1 to 168/],
      ["recoveryPointSelection", { ...recoveryPointSelection, selectionWindowDays: 366 }, /1 to 365/],
      ["recoveryPointSelection", { ...recoveryPointSelection, includeVaults: ["vault"] }, /neither \* nor the ARN/],
    ]);
    const made = await client.create(testing, good);
    const choice = {
      name: "database",
      restoreTestingPlanName: "monthly",
      protectedResourceType: "RDS",
      protectedResourceArns: ["*"],
      iamRoleArn: role.outputs["arn"],
    };
    await refusesEach(client, tested, choice, [
      ["protectedResourceType", "Postgres", /expected one of Aurora/],
      ["protectedResourceArns", ["*", "arn:aws:rds:x"], /stands alone/],
      ["protectedResourceArns", undefined, /exactly one/],
      ["validationWindowHours", 0, /1 to 168/],
    ]);
    const selected = await client.create(tested, choice);
    await rejects(client.delete(made), /still has selections: database:monthly/);
    await client.delete(selected);
    await client.delete(made);
  });
});
