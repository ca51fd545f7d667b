import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { removeRow, rowsOf } from "../../rows.ts";

const token = "aws:securityhub/account:Account";
const subscription = "aws:securityhub/standardsSubscription:StandardsSubscription";

/** One an account and Region, whose id is the account's: https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_EnableSecurityHub.html */
export const account = defineType({
  token,
  // EnableSecurityHub takes it, and nothing changes it afterwards.
  replaces: ["enableDefaultStandards"],
  defaults: { autoEnableControls: true, controlFindingGenerator: "SECURITY_CONTROL", enableDefaultStandards: true },
  duplicateCode: "ResourceConflictException",
  create: (_inputs, place) => ({ id: place.accountId, arn: arn(place, "securityhub", "hub/default") }),
  delete: (_row, place) => {
    // Disabling the hub ends its subscriptions.
    for (const one of rowsOf(place, subscription)) removeRow(place.world, one);
    return undefined;
  },
});

/** @throws where Security Hub is not enabled in the account and Region. */
export function requireHub(place: Parameters<typeof rowsOf>[0]): void {
  if (rowsOf(place, token).length > 0) return;
  throw new AwsError("InvalidAccessException", `Account ${place.accountId} is not subscribed to AWS Security Hub`);
}
