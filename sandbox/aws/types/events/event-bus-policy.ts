import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { checkPolicy, missingPrincipals } from "../../policy-document.ts";
import { text } from "../../values.ts";
import { busName, requireBus } from "./bus-of.ts";

/** Size: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const rules = { property: "policy", maximumLength: 10_240, kind: "resource", code: "ValidationException" } as const;

/** @throws where the bus or a principal does not exist. */
function put(inputs: PropertyMap, account: Account): string {
  requireBus(account, text(inputs, "eventBusName"));
  const missing = missingPrincipals(text(inputs, "policy"), account);
  if (missing.length > 0) throw new AwsError("ValidationException", `Principals do not exist: ${missing.join(", ")}`);
  return busName(text(inputs, "eventBusName"));
}

export const eventBusPolicy = defineType({
  token: "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
  replaces: ["eventBusName"],
  defaults: { eventBusName: "default" },
  // The last one would win; a second declaration is told, as with a bucket's settings.
  duplicateCode: "EventBusPolicyAlreadyDeclared",
  check: (inputs) => checkPolicy(text(inputs, "policy"), rules),
  create: (inputs, account) => ({ id: put(inputs, account) }),
  update: (_row, news, account) => {
    put(news, account);
    return {};
  },
});
