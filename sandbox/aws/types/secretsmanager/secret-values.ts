import type { World } from "../../../world/world.ts";

/** What a version of a secret holds. */
export interface SecretValue {
  readonly secretString?: string;
  /** Base64. */
  readonly secretBinary?: string;
}

const collection = (secretArn: string) => `aws:secretsmanager/values:${secretArn}`;

/** Stores a version's value; without a version id it is that of the service's own secret. */
export function putSecretValue(world: World, secretArn: string, value: SecretValue, versionId = "AWSCURRENT"): void {
  world.store.set(collection(secretArn), versionId, { ...value });
}

export function secretValue(world: World, secretArn: string, versionId = "AWSCURRENT"): SecretValue | undefined {
  return world.store.get(collection(secretArn), versionId);
}

export function removeSecretValue(world: World, secretArn: string, versionId: string): void {
  world.store.delete(collection(secretArn), versionId);
}

export function removeSecretValues(world: World, secretArn: string): void {
  for (const { key } of world.store.list(collection(secretArn))) world.store.delete(collection(secretArn), key);
}
