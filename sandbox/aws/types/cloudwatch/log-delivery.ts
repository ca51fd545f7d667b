import type { PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { requireRow } from "../../references.ts";
import { allRows, rowsOf } from "../../rows.ts";
import { map, text } from "../../values.ts";

const sourceToken = "aws:cloudwatch/logDeliverySource:LogDeliverySource";
const destinationToken = "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination";
const deliveryToken = "aws:cloudwatch/logDelivery:LogDelivery";

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

export const logDeliveryDestination = defineType({
  token: destinationToken,
  naming: { input: "name", maximumLength: 60 },
  duplicateCode: "ConflictException",
  create: (inputs, account) => {
    const name = text(inputs, "name") ?? "";
    const target = text(map(inputs, "deliveryDestinationConfiguration"), "destinationResourceArn");
    const kinds = ["aws:s3/bucket:Bucket", "aws:cloudwatch/logGroup:LogGroup"];
    // A bucket may be followed by a prefix.
    const whole = target?.replace(/^(arn:[\w-]+:s3:::[^/]+).*$/, "$1");
    if (target !== undefined && !kinds.some((kind) => allRows(account.world, kind).some((row) => row.arn === whole)))
      throw new AwsError("ResourceNotFoundException", `The destination ${target} does not exist`);
    const deliveryDestinationType = target?.includes(":logs:") ? "CWL" : "S3";
    return {
      id: name,
      arn: arn(account, "logs", `delivery-destination:${name}`),
      computed: { deliveryDestinationType },
    };
  },
  delete: (row, account) => refuseDelivered(account, "deliveryDestinationArn", row.arn),
});

export const logDelivery = defineType({
  token: deliveryToken,
  create: (inputs, account) => {
    requireRow(account, sourceToken, text(inputs, "deliverySourceName") ?? "", "ResourceNotFoundException");
    const destination = text(inputs, "deliveryDestinationArn");
    if (!allRows(account.world, destinationToken).some((row) => row.arn === destination))
      throw new AwsError("ResourceNotFoundException", `The delivery destination ${destination ?? ""} does not exist`);
    const id = hex(16);
    return { id, arn: arn(account, "logs", `delivery:${id}`) };
  },
});

function refuseDelivered(account: Account, input: string, reference: string): undefined {
  const delivery = rowsOf(account, deliveryToken).find(({ inputs }) => text(inputs, input) === reference);
  if (delivery) throw new AwsError("ConflictException", `${reference} is still used by the delivery ${delivery.id}`);
  return undefined;
}
