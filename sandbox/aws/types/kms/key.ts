import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { keyId } from "../../identifiers.ts";
import { allRows, findRow, saveRow } from "../../rows.ts";
import { flag } from "../../values.ts";
import { checkKey, keyPolicy, scheduled } from "./key-rules.ts";
import { checkKeySpec } from "./key-spec-rules.ts";

export const key = defineType({
  token: "aws:kms/key:Key",
  // KMS refuses to change these on an existing key, so the provider makes a new one.
  replaces: ["customKeyStoreId", "customerMasterKeySpec", "keyUsage", "multiRegion", "xksKeyId"],
  defaults: {
    bypassPolicyLockoutSafetyCheck: false,
    customerMasterKeySpec: "SYMMETRIC_DEFAULT",
    description: "",
    enableKeyRotation: false,
    isEnabled: true,
    keyUsage: "ENCRYPT_DECRYPT",
    multiRegion: false,
  },
  check: (inputs) => [...checkKey(inputs), ...checkKeySpec(inputs)],
  create: (inputs, account) => {
    const id = keyId(flag(inputs, "multiRegion"));
    const rotation =
      flag(inputs, "enableKeyRotation") && inputs["rotationPeriodInDays"] === undefined
        ? { rotationPeriodInDays: 365 }
        : {};
    return {
      id,
      arn: arn(account, "kms", `key/${id}`),
      state: inputs["isEnabled"] === false ? "Disabled" : "Enabled",
      computed: { keyId: id, policy: keyPolicy(inputs, account), ...rotation },
    };
  },
  update: (row, news, account) => {
    const state = news["isEnabled"] === false ? "Disabled" : "Enabled";
    const computed = { policy: keyPolicy(news, account) };
    saveRow(account.world, { ...row, state });
    return computed;
  },
  delete: (row, account) => {
    const replicas = allRows(account.world, "aws:kms/replicaKey:ReplicaKey").filter(
      ({ inputs, state }) => inputs["primaryKeyArn"] === row.arn && state !== "PendingDeletion",
    );
    if (replicas.length > 0) {
      // The real key waits for its replicas in a state of its own.
      return { ...scheduled(row, account), state: "PendingReplicaDeletion" };
    }
    return findRow(account, row.type, row.id) && scheduled(row, account);
  },
});

/** Takes a scheduled deletion back; the key is then disabled, as in KMS. @throws where nothing is scheduled. */
export function cancelDeletion(world: Parameters<typeof allRows>[0], id: string): string {
  const row = ["aws:kms/key:Key", "aws:kms/replicaKey:ReplicaKey"]
    .flatMap((type) => allRows(world, type))
    .find((candidate) => candidate.id === id || candidate.arn === id);
  if (!row) throw new AwsError("NotFoundException", `Key '${id}' does not exist`);
  if (!row.state.startsWith("Pending"))
    throw new AwsError("KMSInvalidStateException", `${row.arn} is not pending deletion.`);
  saveRow(world, { ...row, state: "Disabled" });
  return row.arn;
}
