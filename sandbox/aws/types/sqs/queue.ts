import type { PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn, domainOf } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { prefixedName } from "../../identifiers.ts";
import { requireKey } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";
import { checkQueue, redrive } from "./queue-rules.ts";

const token = "aws:sqs/queue:Queue";

/** @throws where the key or the queue for dead letters does not exist in the account and Region. */
function requireReferences(inputs: PropertyMap, account: Account): void {
  requireKey(account, text(inputs, "kmsMasterKeyId"), "InvalidParameterValue");
  const { dead } = redrive(inputs);
  if (dead !== undefined && !rowsOf(account, token).some((row) => row.arn === dead))
    throw new AwsError(
      "InvalidParameterValue",
      `Value for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist: ${dead}`,
    );
}

export const queue = defineType({
  token,
  naming: { input: "name", maximumLength: 80 },
  replaces: ["name"],
  defaults: {
    delaySeconds: 0,
    fifoQueue: false,
    kmsDataKeyReusePeriodSeconds: 300,
    maxMessageSize: 262_144,
    messageRetentionSeconds: 345_600,
    receiveWaitTimeSeconds: 0,
    visibilityTimeoutSeconds: 30,
  },
  duplicateCode: "QueueAlreadyExists",
  check: checkQueue,
  create: (inputs, account) => {
    const name = text(inputs, "name") ?? prefixedName(text(inputs, "namePrefix") ?? "", account.world.now());
    requireReferences(inputs, account);
    const url = `https://sqs.${account.region}.${domainOf(account)}/${account.accountId}/${name}`;
    // Since 2023 a queue without a key is encrypted with SQS' own.
    const managed = inputs["kmsMasterKeyId"] === undefined;
    return { id: url, arn: arn(account, "sqs", name), computed: { name, url, sqsManagedSseEnabled: managed } };
  },
  update: (_row, news, account) => {
    requireReferences(news, account);
    return { sqsManagedSseEnabled: news["sqsManagedSseEnabled"] ?? news["kmsMasterKeyId"] === undefined };
  },
});
