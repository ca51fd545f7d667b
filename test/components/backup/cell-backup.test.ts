import { deepEqual, equal, match } from "node:assert/strict";
import { CellBackup } from "../../../components/backup/cell-backup.ts";
import type { Retention } from "../../../components/retention.ts";
import { uuidOf } from "../../../fleet/synth/predictions/prediction.ts";
import { arnOf, declared, keeping, kept, named, released, shortNames } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const backup = (id: string, retention: Retention = "kept") =>
  declared(() => {
    new CellBackup("cell-backup", {
      plan: cellPlan(id),
      retention,
      kmsKeyArn: arnOf("kms"),
      databaseArn: arnOf("rds"),
      databaseSubnetGroupName: "subnets",
    });
  });
const role = [
  "Role cell-backup-role",
  ...["backup", "restore", "s3-backup", "s3-restore"].map(
    (purpose) => `RolePolicyAttachment cell-backup-role-${purpose}`,
  ),
];

describe("CellBackup", () => {
  it("R-INF-6 has a locked vault, a plan per pool tier, the shared server and the tagged buckets in them, and a trial restore", async () => {
    deepEqual(shortNames(await backup("us-1")), [
      "Selection cell-backup-database",
      "Plan cell-backup-free",
      "Selection cell-backup-free-tagged",
      "Plan cell-backup-professional",
      "RestoreTestingPlan cell-backup-restore-test",
      "RestoreTestingSelection cell-backup-restore-test-database",
      ...role,
      "Vault cell-backup-vault",
      "VaultLockConfiguration cell-backup-vault-lock",
    ]);
  });

  it("R-INF-6 has but the role in a cell of one tenant, whose vault is its own", async () => {
    deepEqual(shortNames(await backup("umbra-1")), role);
  });

  it("R-INF-6 finds buckets of isolation shared by their tags, of this cell and tier alone, unless they are off", async () => {
    const resources = await backup("us-1");
    const { inputs } = named(resources, "cell-backup-free-tagged");
    equal(inputs["planId"], uuidOf(named(resources, "cell-backup-free", "Plan").urn));
    deepEqual(inputs["resources"], ["arn:aws:s3:::tenantry-sandbox-tenant-*"]);
    deepEqual(inputs["conditions"], [
      {
        stringEquals: [
          { key: "aws:ResourceTag/cell", value: "us-1" },
          { key: "aws:ResourceTag/isolation", value: "shared" },
          { key: "aws:ResourceTag/tier", value: "free" },
        ],
        stringNotEquals: [{ key: "aws:ResourceTag/backup", value: "off" }],
      },
    ]);
  });

  it("R-INF-6 backs the shared server up by the plan that loses least", async () => {
    const resources = await backup("us-1");
    const { inputs } = named(resources, "cell-backup-database");
    deepEqual(
      [inputs["planId"], inputs["resources"]],
      [uuidOf(named(resources, "cell-backup-professional", "Plan").urn), [arnOf("rds")]],
    );
  });

  it("trusts AWS Backup for this account alone", async () => {
    const trust = String(named(await backup("us-1"), "cell-backup-role", "Role").inputs["assumeRolePolicy"]);
    match(trust, /"Service":"backup.amazonaws.com".*"aws:SourceAccount":"111122223333"/);
  });

  it("R-INF-6 keeps the vault through a destroy unless the fleet is thrown away", async () => {
    deepEqual(keeping(named(await backup("us-1"), "cell-backup-vault", "Vault")), kept);
    deepEqual(keeping(named(await backup("us-1", "discarded"), "cell-backup-vault", "Vault")), released);
  });
});
