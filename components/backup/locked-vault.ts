import { Vault } from "@pulumi/aws/backup/vault.js";
import { VaultLockConfiguration } from "@pulumi/aws/backup/vaultLockConfiguration.js";
import * as pulumi from "@pulumi/pulumi";
import type { VaultLockPlan } from "../../model/plan/backup-plan.ts";
import { type Retention, retainedAs } from "../retention.ts";

export interface LockedVaultArgs {
  readonly vaultName: string;
  readonly lock: VaultLockPlan;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly retention: Retention;
  /** Default: the provider's Region. */
  readonly region?: string;
}

/**
 * A vault whose recovery points are encrypted with a key of ours and cannot be deleted before their time.
 *
 * Costs what it stores. It is left where it is by `pulumi destroy`, released or not: its lock keeps recovery points
 * until their time is over, unreadable once the key is gone. Only a fleet that is thrown away deletes it.
 */
export class LockedVault extends pulumi.ComponentResource {
  readonly vaultName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: LockedVaultArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:LockedVault", name, {}, opts);
    const { vaultName, kmsKeyArn, retention } = args;
    const place = args.region === undefined ? {} : { region: args.region };

    const vault = new Vault(
      name,
      { ...place, name: vaultName, kmsKeyArn, forceDestroy: retention === "discarded" },
      { parent: this, protect: retainedAs(retention).protect, retainOnDelete: retention !== "discarded" },
    );
    new VaultLockConfiguration(
      `${name}-lock`,
      { ...place, backupVaultName: vault.name, ...args.lock },
      // A vault has one lock: a new one made first would be taken off with the old one.
      { parent: this, deleteBeforeReplace: true, ...(retention === "discarded" ? {} : { deletedWith: vault }) },
    );

    this.vaultName = vault.name;
    this.arn = vault.arn;
    this.registerOutputs({ vaultName: this.vaultName, arn: this.arn });
  }
}
