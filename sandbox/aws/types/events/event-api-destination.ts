import type { PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";

/** @throws where the connection does not exist. */
function requireConnection(inputs: PropertyMap, account: Account): void {
  const wanted = text(inputs, "connectionArn") ?? "";
  if (rowsOf(account, "aws:cloudwatch/eventConnection:EventConnection").some((row) => row.arn === wanted)) return;
  throw new AwsError("ResourceNotFoundException", `Connection ${wanted} does not exist.`);
}

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html */
export const eventApiDestination = defineType({
  token: "aws:cloudwatch/eventApiDestination:EventApiDestination",
  naming: { input: "name", maximumLength: 64 },
  replaces: ["name"],
  defaults: { invocationRateLimitPerSecond: 300 },
  duplicateCode: "ResourceAlreadyExistsException",
  check: (inputs) => {
    const url = text(inputs, "invocationEndpoint");
    return when([
      url !== undefined && !url.startsWith("https://"),
      "invocationEndpoint",
      `api error ValidationException: only HTTPS endpoints are called, got ${url ?? ""}`,
    ]);
  },
  create: (inputs, account) => {
    requireConnection(inputs, account);
    const name = text(inputs, "name") ?? "";
    const uuid = `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
    return { id: name, arn: arn(account, "events", `api-destination/${name}/${uuid}`), computed: { name } };
  },
  update: (_row, news, account) => {
    requireConnection(news, account);
    return {};
  },
});
