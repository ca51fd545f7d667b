import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { requireRow } from "../../references.ts";
import { allRows } from "../../rows.ts";
import { text } from "../../values.ts";
import { deliveryToken, destinationToken, sourceToken } from "./log-delivery-rules.ts";

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
