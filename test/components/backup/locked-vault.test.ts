import { deepEqual, equal } from "node:assert/strict";
import { LockedVault } from "../../../components/backup/locked-vault.ts";
import type { Retention } from "../../../components/retention.ts";
import { arnOf, declared, keeping, kept, named, released, shortNames } from "../../support/declared.ts";

const vault = (retention: Retention, region?: string) =>
  declared(() => {
    new LockedVault("vault", {
      vaultName: "tenant-n",
      lock: { minRetentionDays: 7, maxRetentionDays: 365, changeableForDays: 3 },
      kmsKeyArn: arnOf("kms"),
      retention,
      ...(region === undefined ? {} : { region }),
    });
  });

describe("LockedVault", () => {
  it("R-INF-6 locks the vault with the plan's days, and replaces a lock by taking the old one off first", async () => {
    const resources = await vault("kept");
    deepEqual(shortNames(resources), ["Vault vault", "VaultLockConfiguration vault-lock"]);
    const { inputs, options } = named(resources, "vault-lock");
    deepEqual(inputs, {
      backupVaultName: "tenant-n",
      minRetentionDays: 7,
      maxRetentionDays: 365,
      changeableForDays: 3,
    });
    deepEqual([options.deleteBeforeReplace, options.deletedWith], [true, named(resources, "vault", "Vault").urn]);
  });

  it("R-INF-6 lies where it is told to, lock and all", async () => {
    const regions = async (region?: string) => (await vault("kept", region)).map(({ inputs }) => inputs["region"]);
    deepEqual(
      [await regions("us-west-2"), await regions()],
      [
        ["us-west-2", "us-west-2"],
        [undefined, undefined],
      ],
    );
  });

  it("R-INF-6 leaves its recovery points to their lock when it is released, and throws them away only when it is discarded", async () => {
    deepEqual(keeping(named(await vault("kept"), "vault", "Vault")), kept);
    const left = { protect: false, retainOnDelete: true };
    deepEqual(keeping(named(await vault("released"), "vault", "Vault")), left);
    deepEqual(keeping(named(await vault("discarded"), "vault", "Vault")), released);
    const forced = async (retention: Retention) =>
      named(await vault(retention), "vault", "Vault").inputs["forceDestroy"];
    deepEqual([await forced("released"), await forced("discarded")], [false, true]);
    equal(named(await vault("discarded"), "vault-lock").options.deletedWith, undefined);
    equal(named(await vault("kept"), "vault", "Vault").inputs["kmsKeyArn"], arnOf("kms"));
  });
});
