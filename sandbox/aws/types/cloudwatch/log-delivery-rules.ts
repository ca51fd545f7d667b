import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";

export const sourceToken = "aws:cloudwatch/logDeliverySource:LogDeliverySource";
export const destinationToken = "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination";
export const deliveryToken = "aws:cloudwatch/logDelivery:LogDelivery";

/** @throws where a delivery still names `reference` in `input`. */
export function refuseDelivered(account: Account, input: string, reference: string): undefined {
  const delivery = rowsOf(account, deliveryToken).find(({ inputs }) => text(inputs, input) === reference);
  if (delivery) throw new AwsError("ConflictException", `${reference} is still used by the delivery ${delivery.id}`);
  return undefined;
}
