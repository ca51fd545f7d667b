import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { findKey, requireKey } from "../../references.ts";
import { findRow, saveRow } from "../../rows.ts";
import { flag, text } from "../../values.ts";
import { checkKey, keyPolicy, scheduled } from "./key-rules.ts";

export const replicaKey = defineType({
  token: "aws:kms/replicaKey:ReplicaKey",
  defaults: {
    bypassPolicyLockoutSafetyCheck: false,
    description: "",
    enabled: true,
    keySpec: "SYMMETRIC_DEFAULT",
    keyUsage: "ENCRYPT_DECRYPT",
  },
  check: checkKey,
  create: (inputs, account) => {
    const primaryArn = requireKey(account, text(inputs, "primaryKeyArn") ?? "") ?? "";
    const primary = findKey(account, primaryArn);
    if (!primary || !flag(primary.inputs, "multiRegion")) {
      throw new AwsError("UnsupportedOperationException", `${primaryArn} is no multi-Region primary key`);
    }
    if (primary.region === account.region || findRow(account, "aws:kms/replicaKey:ReplicaKey", primary.id)) {
      throw new AwsError("AlreadyExistsException", `A key related to ${primaryArn} is already in ${account.region}`);
    }
    const computed = {
      keyId: primary.id,
      policy: keyPolicy(inputs, account),
      keyRotationEnabled: flag(primary.inputs, "enableKeyRotation"),
    };
    const state = inputs["enabled"] === false ? "Disabled" : "Enabled";
    return { id: primary.id, arn: arn(account, "kms", `key/${primary.id}`), state, computed };
  },
  update: (row, news, account) => {
    saveRow(account.world, { ...row, state: news["enabled"] === false ? "Disabled" : "Enabled" });
    return { policy: keyPolicy(news, account) };
  },
  delete: scheduled,
});
