import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { rowsOf } from "../../rows.ts";
import { flag, text } from "../../values.ts";
import { requireRecorder } from "./recorder.ts";

function put(account: Account, inputs: PropertyMap): string {
  const name = text(inputs, "name") ?? "default";
  requireRecorder(account, name);
  if (flag(inputs, "isEnabled") && rowsOf(account, "aws:cfg/deliveryChannel:DeliveryChannel").length === 0)
    throw new AwsError(
      "NoAvailableDeliveryChannelException",
      "Delivery channel is not available to start configuration recorder.",
    );
  return name;
}

export const recorderStatus = defineType({
  token: "aws:cfg/recorderStatus:RecorderStatus",
  replaces: ["name"],
  duplicateCode: "RecorderStatusAlreadyDeclared",
  create: (inputs, account) => ({ id: put(account, inputs) }),
  update: (_row, news, account) => {
    put(account, news);
    return {};
  },
});
