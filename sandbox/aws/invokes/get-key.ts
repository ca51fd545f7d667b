import { AwsError } from "../aws-error.ts";
import { findKey } from "../references.ts";
import { flag, text } from "../values.ts";
import type { AwsInvoke } from "./invoke.ts";

export const getKey: AwsInvoke = {
  token: "aws:kms/getKey:getKey",
  run: (args, account) => {
    const keyId = text(args, "keyId") ?? "";
    const key = findKey(account, keyId);
    if (!key) throw new AwsError("NotFoundException", `Key '${keyId}' does not exist`);
    const spec = text(key.inputs, "customerMasterKeySpec") ?? "SYMMETRIC_DEFAULT";
    return {
      id: String(key.computed["keyId"]),
      keyId,
      arn: key.arn,
      awsAccountId: key.accountId,
      creationDate: key.createdAt,
      customerMasterKeySpec: spec,
      keySpec: spec,
      deletionDate: text(key.computed, "deletionDate") ?? "",
      description: text(key.inputs, "description") ?? "",
      enabled: key.state === "Enabled",
      keyManager: "CUSTOMER",
      keyState: key.state,
      keyUsage: text(key.inputs, "keyUsage") ?? "ENCRYPT_DECRYPT",
      multiRegion: flag(key.inputs, "multiRegion") || key.type.includes("replicaKey"),
      origin: "AWS_KMS",
      region: key.region,
    };
  },
};
