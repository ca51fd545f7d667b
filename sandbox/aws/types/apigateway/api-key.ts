import { AwsError } from "../../aws-error.ts";
import { defineType, outside, when } from "../../define-type.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";
import { gatewayArn, gatewayId } from "./rest-api-of.ts";

const token = "aws:apigateway/apiKey:ApiKey";
/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-limits.html: keys of an account in a Region. */
const mostKeys = 10_000;

export const apiKey = defineType({
  token,
  naming: { input: "name", maximumLength: 1024 },
  defaults: { enabled: true, description: "Managed by Pulumi" },
  updatedOutputs: ["lastUpdatedDate"],
  check: (inputs) =>
    when([
      outside(text(inputs, "value")?.length, 20, 128),
      "value",
      "expected length of value to be in the range (20 - 128)",
    ]),
  create: (inputs, account) => {
    const others = rowsOf(account, token);
    if (others.length >= mostKeys) {
      throw new AwsError("LimitExceededException", `The account has ${mostKeys} API keys, which is its quota`);
    }
    const value = text(inputs, "value") ?? gatewayId(40);
    if (others.some((row) => row.computed["value"] === value)) {
      throw new AwsError("ConflictException", "API Key already exists");
    }
    const id = gatewayId(10);
    const now = account.world.now().toISOString();
    return {
      id,
      arn: gatewayArn(account, `/apikeys/${id}`),
      computed: { value, createdDate: now, lastUpdatedDate: now },
    };
  },
  update: (_row, _news, account) => ({ lastUpdatedDate: account.world.now().toISOString() }),
});
