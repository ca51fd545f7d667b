import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { allRows } from "../../rows.ts";
import { map, text } from "../../values.ts";
import { destinationToken, refuseDelivered } from "./log-delivery-rules.ts";

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
