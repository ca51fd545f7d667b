import { deepEqual, equal } from "node:assert/strict";
import { RecoveryKey } from "../../../components/keys/recovery-key.ts";
import { declared, keeping, kept, named, statement } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const { cell } = tenantPlan("northwind-freight");
const plan = {
  kind: "own",
  aliasName: "a",
  description: "Encrypts",
  deletionWindowDays: 30,
  multiRegion: false,
} as const;
const key = (multiRegion: boolean) =>
  declared(
    () =>
      new RecoveryKey("copy-key", {
        plan: { ...plan, multiRegion },
        cell,
        region: "us-west-2",
        retention: "kept",
        primaryKeyArn: "arn:aws:kms:us-east-1:111122223333:key/mrk-1",
        replicationRoleName: "copier",
      }),
  );

describe("RecoveryKey", () => {
  it("replicates a multi-Region key into the copy's Region", async () => {
    const resource = named(await key(true), "copy-key");
    equal(resource.type, "aws:kms/replicaKey:ReplicaKey");
    deepEqual(
      [resource.inputs["region"], resource.inputs["primaryKeyArn"]],
      ["us-west-2", "arn:aws:kms:us-east-1:111122223333:key/mrk-1"],
    );
  });

  it("makes a key of that Region where the tenant's is of one Region", async () => {
    const resource = named(await key(false), "copy-key");
    equal(resource.type, "aws:kms/key:Key");
    deepEqual([resource.inputs["region"], resource.inputs["enableKeyRotation"]], ["us-west-2", false]);
    deepEqual(keeping(resource), kept);
  });

  it("R-SEC-4 lets the replication role encrypt through S3 there, and nobody else", async () => {
    const replication = statement(named(await key(false), "copy-key"), "Replication");
    deepEqual(replication.Action, ["kms:Encrypt", "kms:GenerateDataKey"]);
    deepEqual(replication.Condition, {
      StringEquals: { "kms:ViaService": "s3.us-west-2.amazonaws.com" },
      ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/copier" },
    });
  });
});
