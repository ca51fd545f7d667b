import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { prefixedName } from "../../identifiers.ts";
import { requireRole } from "../../references.ts";
import { findRow, rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";
import { busName, defaultBus } from "./bus-of.ts";
import { checkTarget, requireTarget } from "./target-rules.ts";

const token = "aws:cloudwatch/eventTarget:EventTarget";
/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const mostTargets = 5;

/** @throws where the role or the target does not exist. */
function requireParts(account: Account, inputs: PropertyMap): void {
  requireRole(account, text(inputs, "roleArn"), "ValidationException");
  requireTarget(account, inputs);
}

export const eventTarget = defineType({
  token,
  replaces: ["eventBusName", "rule", "targetId"],
  defaults: { eventBusName: "default", forceDestroy: false },
  duplicateCode: "ResourceAlreadyExistsException",
  check: checkTarget,
  create: (inputs, account) => {
    const bus = busName(text(inputs, "eventBusName"));
    const rule = text(inputs, "rule") ?? "";
    if (!findRow(account, "aws:cloudwatch/eventRule:EventRule", bus === defaultBus ? rule : `${bus}/${rule}`))
      throw new AwsError("ResourceNotFoundException", `Rule ${rule} does not exist on EventBus ${bus}.`);
    requireParts(account, inputs);
    const others = rowsOf(account, token).filter(
      (row) => busName(text(row.inputs, "eventBusName")) === bus && text(row.inputs, "rule") === rule,
    );
    if (others.length >= mostTargets)
      throw new AwsError(
        "LimitExceededException",
        `The requested resource exceeds the maximum number allowed: ${mostTargets}`,
      );
    const targetId = text(inputs, "targetId") ?? prefixedName("terraform-", account.world.now());
    const onBus = bus === defaultBus ? "" : `${bus}-`;
    return { id: `${onBus}${rule}-${targetId}`, computed: { targetId } };
  },
  update: (_row, news, account) => {
    requireParts(account, news);
    return {};
  },
});
