import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { requireKey } from "../../references.ts";
import { allRows, rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";
import { requireFirst } from "../one-a-region.ts";

const token = "aws:cfg/deliveryChannel:DeliveryChannel";

function put(account: Account, inputs: PropertyMap): void {
  const bucket = text(inputs, "s3BucketName") ?? "";
  if (!allRows(account.world, "aws:s3/bucket:Bucket").some((row) => row.id === bucket))
    throw new AwsError("NoSuchBucketException", `Cannot find a S3 bucket with an empty or unknown name: '${bucket}'`);
  requireKey(account, text(inputs, "s3KmsKeyArn"), "InvalidS3KmsKeyArnException");
  if (rowsOf(account, "aws:cfg/recorder:Recorder").length === 0)
    throw new AwsError(
      "NoAvailableConfigurationRecorderException",
      "Configuration recorder is not available to put delivery channel.",
    );
}

/** One an account and Region: https://docs.aws.amazon.com/config/latest/developerguide/configlimits.html */
export const deliveryChannel = defineType({
  token,
  defaults: { name: "default" },
  create: (inputs, account) => {
    requireFirst(
      account,
      token,
      "MaxNumberOfDeliveryChannelsExceededException",
      "Failed to put delivery channel because the maximum number of delivery channels: 1 is reached.",
    );
    put(account, inputs);
    return { id: text(inputs, "name") ?? "default" };
  },
  update: (_row, news, account) => {
    put(account, news);
    return {};
  },
  delete: (_row, account) => {
    const running = rowsOf(account, "aws:cfg/recorderStatus:RecorderStatus").some(
      (row) => row.inputs["isEnabled"] === true,
    );
    if (running)
      throw new AwsError(
        "LastDeliveryChannelDeleteFailedException",
        "Failed to delete last specified delivery channel because there is a running configuration recorder.",
      );
    return undefined;
  },
});
