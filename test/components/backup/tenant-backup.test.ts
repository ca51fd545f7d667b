import { deepEqual, equal, match, rejects } from "node:assert/strict";
import type { Retention } from "../../../components/retention.ts";
import { Tenant } from "../../../components/tenant.ts";
import { synthesise } from "../../../fleet/synth/synthesise.ts";
import type { SynthesisedResource } from "../../../fleet/synth/synthesised-stack.ts";
import type { TenantPlan } from "../../../model/plan/tenant-plan.ts";
import { cellOutputs } from "../../support/cell-outputs.ts";
import { keeping, kept, named, released, statement } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

async function tenant(plan: TenantPlan, retention: Retention = "kept", cell = cellOutputs) {
  const program = () => {
    new Tenant(plan.tenant.id, { plan, cell, retention });
    return {};
  };
  return (await synthesise(program, { stack: plan.tenant.id })).resources;
}
const backups = (resources: readonly SynthesisedResource[]) =>
  resources
    .filter(({ type }) => type.startsWith("aws:backup/"))
    .map(({ type, name }) => `${type.split(":").at(-1)} ${name}`);

describe("a tenant's backups", () => {
  it("R-INF-6 costs a free tenant no resource, and a professional one a selection in the cell's plan", async () => {
    deepEqual(backups(await tenant(tenantPlan("blue-kite"))), []);
    const resources = await tenant(tenantPlan("acme-corp"));
    deepEqual(backups(resources), ["Selection acme-corp-backup"]);
    const { inputs } = named(resources, "acme-corp-backup", "Selection");
    deepEqual(
      [inputs["planId"], inputs["resources"]],
      ["plan-professional", [`arn:aws:s3:::${tenantPlan("acme-corp").bucket.bucketName}`]],
    );
  });

  it("R-INF-6 gives an enterprise tenant a locked vault in each Region, a plan, a selection and a trial restore", async () => {
    const resources = await tenant(tenantPlan("northwind-freight"));
    deepEqual(backups(resources).toSorted(), [
      "Plan northwind-freight-backup-plan",
      "RestoreTestingPlan northwind-freight-backup-restore-test",
      "RestoreTestingSelection northwind-freight-backup-restore-test-database",
      "Selection northwind-freight-backup-selection",
      "Vault northwind-freight-backup-recovery-vault",
      "Vault northwind-freight-backup-vault",
      "VaultLockConfiguration northwind-freight-backup-recovery-vault-lock",
      "VaultLockConfiguration northwind-freight-backup-vault-lock",
    ]);
    const { inputs } = named(resources, "northwind-freight-backup-recovery-vault", "Vault");
    equal(inputs["region"], "us-west-2");
    const { inputs: lock } = named(resources, "northwind-freight-backup-vault-lock");
    deepEqual([lock["minRetentionDays"], lock["maxRetentionDays"], lock["changeableForDays"]], [7, 365, undefined]);
    const { inputs: selected } = named(resources, "northwind-freight-backup-selection");
    match(JSON.stringify(selected["resources"]), /s3:::.*-data".*arn:aws:rds:us-east-1:111122223333:db:/);
  });

  it("R-INF-6 takes the Aurora cluster of a cell of its own, with the tenant's own vault", async () => {
    const resources = await tenant(tenantPlan("umbra-health"));
    const { inputs } = named(resources, "umbra-health-backup-restore-test-database");
    deepEqual(
      [inputs["protectedResourceType"], inputs["protectedResourceArns"]],
      ["Aurora", ["arn:aws:rds:us-east-1:444455556666:cluster:cell-database"]],
    );
  });

  it("R-INF-6 copies exactly the rules that say so, for as long as they are kept", async () => {
    const resources = await tenant(tenantPlan("northwind-freight"));
    const { rules } = named(resources, "northwind-freight-backup-plan", "Plan").inputs;
    deepEqual(
      (rules as { ruleName: string; copyActions?: { lifecycle: { deleteAfter: number } }[] }[]).map(
        ({ ruleName, copyActions = [] }) => [ruleName, copyActions.map(({ lifecycle }) => lifecycle.deleteAfter)],
      ),
      [
        ["continuous", []],
        ["daily", [365]],
        ["copies", [7]],
      ],
    );
  });

  it("R-INF-6 R-INF-1 encrypts with the tenant's key, and the copies with its key there; the backup role alone may use them", async () => {
    const resources = await tenant(tenantPlan("northwind-freight"));
    const keyOf = (name: string) => named(resources, name, "Vault").inputs["kmsKeyArn"];
    equal(keyOf("northwind-freight-backup-vault") === keyOf("northwind-freight-backup-recovery-vault"), false);
    match(String(keyOf("northwind-freight-backup-recovery-vault")), /^arn:aws:kms:us-west-2:/);
    for (const [name, region] of [
      ["northwind-freight-key", "us-east-1"],
      ["northwind-freight-recovery-key", "us-west-2"],
    ] as const) {
      deepEqual(statement(named(resources, name, "Key"), "Backup").Condition, {
        StringEquals: {
          "kms:ViaService": ["backup", "rds", "s3"].map((service) => `${service}.${region}.amazonaws.com`),
        },
        ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/tenantry-sandbox-cell-us-1-backup" },
      });
    }
  });

  it("R-INF-6 leaves vaults to their locks through a destroy, and deletes them only with a fleet that is thrown away", async () => {
    const vaults = async (retention: Retention) =>
      (await tenant(tenantPlan("northwind-freight"), retention)).filter(({ type }) => type.endsWith(":Vault"));
    deepEqual((await vaults("kept")).map(keeping), [kept, kept]);
    const left = { protect: false, retainOnDelete: true };
    deepEqual((await vaults("released")).map(keeping), [left, left]);
    deepEqual((await vaults("discarded")).map(keeping), [released, released]);
    deepEqual(
      (await vaults("discarded")).map(({ inputs }) => inputs["forceDestroy"]),
      [true, true],
    );
    deepEqual(
      (await vaults("released")).map(({ inputs }) => inputs["forceDestroy"]),
      [false, false],
    );
  });

  it("R-INF-6 keeps backing up a suspended tenant", async () => {
    deepEqual(
      backups(await tenant(tenantPlan("northwind-freight", "suspended"))),
      backups(await tenant(tenantPlan("northwind-freight"))),
    );
  });

  it("R-INF-6 declares nothing where backup is off", async () => {
    const plan: TenantPlan = { ...tenantPlan("northwind-freight"), backup: { kind: "off" } };
    deepEqual(backups(await tenant(plan)), []);
  });

  it("says what to type where the cell has no backup plan for the tier", async () => {
    await rejects(
      tenant(tenantPlan("acme-corp"), "kept", { ...cellOutputs, backupPlanIds: { free: "plan" } }),
      /no backup plan for the tier professional, only for free; .*pulumi up --stack cell-us-1/,
    );
  });
});
