import type { PropertyMap } from "../../../provider/provider.ts";
import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { text } from "../../values.ts";
import { refuseDelivered, sourceToken } from "./log-delivery-rules.ts";

/** CloudFront's logs are set up in us-east-1: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html */
const isOfEdge = (inputs: PropertyMap) => text(inputs, "resourceArn")?.includes(":cloudfront:") === true;

export const logDeliverySource = defineType({
  token: sourceToken,
  naming: { input: "name", maximumLength: 60 },
  replaces: ["logType", "resourceArn"],
  duplicateCode: "ConflictException",
  create: (inputs, account) => {
    const name = text(inputs, "name") ?? "";
    if (isOfEdge(inputs) && account.region !== "us-east-1")
      throw new AwsError(
        "ValidationException",
        `log sources of CloudFront are made in us-east-1, not ${account.region}`,
      );
    const service = text(inputs, "resourceArn")?.split(":")[2] ?? "";
    return { id: name, arn: arn(account, "logs", `delivery-source:${name}`), computed: { service } };
  },
  delete: (row, account) => refuseDelivered(account, "deliverySourceName", row.id),
});
