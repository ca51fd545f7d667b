import type { PropertyMap } from "../../../provider/provider.ts";
import { type Account, domainOf } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { requireRow } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { map, text } from "../../values.ts";
import { gatewayArn, requireLogRole, restApiOf } from "./rest-api-of.ts";

function requireParts(inputs: PropertyMap, account: Account): void {
  const deployment = text(inputs, "deployment") ?? "";
  requireRow(
    account,
    "aws:apigateway/deployment:Deployment",
    deployment,
    "NotFoundException",
    `Invalid Deployment identifier specified: ${deployment}`,
  );
  const destination = text(map(inputs, "accessLogSettings"), "destinationArn");
  if (destination === undefined) return;
  requireLogRole(account);
  if (!destination.includes(":log-group:")) return;
  const known = rowsOf(account, "aws:cloudwatch/logGroup:LogGroup").some(({ arn }) => arn === destination);
  if (!known) throw new AwsError("BadRequestException", `Access Log destination does not exist: ${destination}`);
}

export const stage = defineType({
  token: "aws:apigateway/stage:Stage",
  replaces: ["restApi"],
  duplicateCode: "ConflictException",
  defaults: { cacheClusterEnabled: false, xrayTracingEnabled: false },
  check: (inputs) => {
    const name = text(inputs, "stageName");
    return when([
      name !== undefined && !/^\w+$/.test(name),
      "stageName",
      "api error BadRequestException: Stage name only allows a-zA-Z0-9_",
    ]);
  },
  create: (inputs, account) => {
    const api = restApiOf(inputs, account);
    requireParts(inputs, account);
    const name = text(inputs, "stageName") ?? "";
    return {
      id: `ags-${api.id}-${name}`,
      arn: gatewayArn(account, `/restapis/${api.id}/stages/${name}`),
      computed: {
        executionArn: `${text(api.computed, "executionArn") ?? ""}/${name}`,
        invokeUrl: `https://${api.id}.execute-api.${account.region}.${domainOf(account)}/${name}`,
        webAclArn: "",
      },
    };
  },
  update: (_row, news, account) => {
    requireParts(news, account);
    return {};
  },
});
