import type { World } from "../../../world/world.ts";
import { AwsError } from "../../aws-error.ts";
import { allRows, type Row } from "../../rows.ts";

const collection = (vault: Pick<Row, "accountId" | "region" | "id">) =>
  `aws:backup/recoveryPoints:${vault.accountId}/${vault.region}/${vault.id}`;

/** ARNs of what has a recovery point in a vault. Nothing makes one by itself: no job runs. */
export function recoveryPointsIn(world: World, vault: Pick<Row, "accountId" | "region" | "id">): readonly string[] {
  return world.store.list(collection(vault)).map(({ key }) => key);
}

/** As if a job had backed `resourceArn` up. @throws where no vault of this ARN exists. */
export function addRecoveryPoint(world: World, vaultArn: string, resourceArn: string): void {
  const vault = allRows(world, "aws:backup/vault:Vault").find(({ arn }) => arn === vaultArn);
  if (!vault) throw new AwsError("ResourceNotFoundException", `Backup vault ${vaultArn} does not exist`);
  world.store.set(collection(vault), resourceArn, { createdAt: world.now().toISOString() });
}

export function removeRecoveryPoints(world: World, vault: Row): void {
  for (const key of recoveryPointsIn(world, vault)) world.store.delete(collection(vault), key);
}
