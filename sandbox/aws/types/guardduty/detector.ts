import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { removeRow, rowsOf } from "../../rows.ts";
import { requireFirst } from "../one-a-region.ts";

const token = "aws:guardduty/detector:Detector";

/** One an account and Region: https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_limits.html */
export const detector = defineType({
  token,
  defaults: { enable: true, findingPublishingFrequency: "SIX_HOURS" },
  duplicateCode: "BadRequestException",
  create: (_inputs, account) => {
    requireFirst(
      account,
      token,
      "BadRequestException",
      "The request is rejected because a detector already exists for the current account.",
    );
    const id = hex(32);
    return { id, arn: arn(account, "guardduty", `detector/${id}`), computed: { accountId: account.accountId } };
  },
  delete: (row, account) => {
    // Features are settings of the detector, and end with it.
    for (const feature of rowsOf(account, "aws:guardduty/detectorFeature:DetectorFeature"))
      if (feature.inputs["detectorId"] === row.id) removeRow(account.world, feature);
    return undefined;
  },
});

/** @throws where there is no such detector. */
export function requireDetector(account: Parameters<typeof rowsOf>[0], id: string): void {
  if (rowsOf(account, token).some((row) => row.id === id)) return;
  throw new AwsError(
    "BadRequestException",
    "The request is rejected because the input detectorId is not owned by the current account.",
  );
}
