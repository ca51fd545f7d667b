import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { when } from "../../define-type.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";

/** Service in a target's ARN → the types that such a target is one of, where the sandbox knows them. */
const targetTypes: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^arn:[\w-]+:sns:/, ["aws:sns/topic:Topic"]],
  [/^arn:[\w-]+:sqs:/, ["aws:sqs/queue:Queue"]],
  [/^arn:[\w-]+:logs:/, ["aws:cloudwatch/logGroup:LogGroup"]],
  [/^arn:[\w-]+:firehose:/, ["aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream"]],
  [/^arn:[\w-]+:events:.*:event-bus\//, ["aws:cloudwatch/eventBus:EventBus"]],
  [/^arn:[\w-]+:events:.*:api-destination\//, ["aws:cloudwatch/eventApiDestination:EventApiDestination"]],
];
/** Targets that only a role reaches: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html */
const byRole = /^arn:[\w-]+:(firehose:|kinesis:|states:|events:.*:api-destination\/)/;
/** Targets that only their own policy opens: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html */
const byOwnPolicy = /^arn:[\w-]+:(sns|sqs|logs):/;

export function checkTarget(inputs: PropertyMap): readonly CheckFailure[] {
  const arn = text(inputs, "arn") ?? "";
  const contents = ["input", "inputPath", "inputTransformer"].filter((name) => inputs[name] !== undefined);
  const role = inputs["roleArn"];
  return when(
    [contents.length > 1, contents[1] ?? "", `${contents.join(" and ")} cannot be given together`],
    [
      byRole.test(arn) && role === undefined,
      "roleArn",
      `api error ValidationException: RoleArn is required for target ${arn}`,
    ],
    [
      byOwnPolicy.test(arn) && role !== undefined,
      "roleArn",
      `a target that its own policy opens takes no role: delivery to ${arn} may fail`,
    ],
  );
}

/** A log group's ARN may end in `:*`. */
const plain = (arn: string) => arn.replace(/:\*$/, "");

/**
 * Sandbox-defined: EventBridge takes any target of the right form and counts failed deliveries later.
 *
 * @throws where a target of this account does not exist.
 */
export function requireTarget(account: Account, inputs: PropertyMap): void {
  const arn = plain(text(inputs, "arn") ?? "");
  if (!arn.includes(`:${account.region}:${account.accountId}:`)) return;
  const types = targetTypes.find(([form]) => form.test(arn))?.[1];
  if (types === undefined || arn.endsWith(":event-bus/default")) return;
  if (types.some((type) => rowsOf(account, type).some((row) => plain(row.arn) === arn))) return;
  throw new AwsError("ResourceNotFoundException", `The target ${arn} does not exist`);
}
