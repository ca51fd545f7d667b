import type { PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { requireKey } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { map, text } from "../../values.ts";
import { defaultBus } from "./bus-of.ts";

/** The default bus counts too: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const mostBuses = 100;
const token = "aws:cloudwatch/eventBus:EventBus";

/** @throws where the key or the queue for what cannot be delivered does not exist. */
function requireParts(account: Account, inputs: PropertyMap): void {
  requireKey(account, text(inputs, "kmsKeyIdentifier"), "ValidationException");
  const queue = text(map(inputs, "deadLetterConfig"), "arn");
  if (queue !== undefined && !rowsOf(account, "aws:sqs/queue:Queue").some((row) => row.arn === queue))
    throw new AwsError("ValidationException", `The dead-letter queue ${queue} does not exist`);
}

export const eventBus = defineType({
  token,
  naming: { input: "name", maximumLength: 256 },
  duplicateCode: "ResourceAlreadyExistsException",
  check: (inputs) => {
    const name = text(inputs, "name");
    const partner = text(inputs, "eventSourceName");
    return when(
      [name === defaultBus, "name", "cannot be 'default': every account has that bus"],
      [
        name?.includes("/") === true && name !== partner,
        "name",
        `only a partner's bus, named like its event source, has / in its name, got ${name ?? ""}`,
      ],
    );
  },
  create: (inputs, account) => {
    const name = text(inputs, "name") ?? "";
    if (rowsOf(account, token).length + 1 >= mostBuses)
      throw new AwsError(
        "LimitExceededException",
        `The requested resource exceeds the maximum number allowed: ${mostBuses}`,
      );
    requireParts(account, inputs);
    return { id: name, arn: arn(account, "events", `event-bus/${name}`) };
  },
  update: (_row, news, account) => {
    requireParts(account, news);
    return {};
  },
  delete: (row, account) => {
    const rules = rowsOf(account, "aws:cloudwatch/eventRule:EventRule").filter(
      ({ inputs }) => text(inputs, "eventBusName") === row.id || text(inputs, "eventBusName") === row.arn,
    );
    if (rules.length > 0)
      throw new AwsError("ValidationException", `Event bus ${row.id} can't be deleted since it has rules.`);
    return undefined;
  },
});
