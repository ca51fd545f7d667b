import { randomBytes } from "node:crypto";
import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { requireRow } from "../../references.ts";
import { findRow, type Row } from "../../rows.ts";
import { text } from "../../values.ts";

const letters = "abcdefghijklmnopqrstuvwxyz0123456789";

/** An id as API Gateway makes it: `length` of a-z and 0-9. */
export const gatewayId = (length: number): string =>
  [...randomBytes(length)].map((byte) => letters[byte % letters.length]).join("");

/** An ARN of API Gateway, which names no account. */
export const gatewayArn = ({ partition, region }: Account, path: string): string =>
  `arn:${partition}:apigateway:${region}::${path}`;

/** The API that `inputs` name. @throws where there is none */
export function restApiOf(inputs: PropertyMap, account: Account, property = "restApi"): Row {
  const id = text(inputs, property) ?? "";
  const reason = `Invalid API identifier specified ${account.accountId}:${id}`;
  return requireRow(account, "aws:apigateway/restApi:RestApi", id, "NotFoundException", reason);
}

/** Refuses a resource that the API does not have; its root is one. */
export function requireResource(inputs: PropertyMap, account: Account, property: string): string {
  const api = restApiOf(inputs, account);
  const id = text(inputs, property) ?? "";
  const isRoot = api.computed["rootResourceId"] === id;
  if (!isRoot && findRow(account, "aws:apigateway/resource:Resource", id)?.inputs["restApi"] !== api.id) {
    throw new AwsError("NotFoundException", `Invalid Resource identifier specified: ${id}`);
  }
  return id;
}

/** Id that the provider gives to a part of a method, e.g. `agm-<api>-<resource>-GET`. */
export const methodId = (prefix: string, inputs: PropertyMap): string =>
  [prefix, text(inputs, "restApi"), text(inputs, "resourceId"), text(inputs, "httpMethod")].join("-");

/** Refuses logging while the account has no role for it. */
export function requireLogRole(account: Account): void {
  const found = findRow(account, "aws:apigateway/account:Account", account.accountId);
  if (found === undefined || text(found.inputs, "cloudwatchRoleArn") === undefined) {
    throw new AwsError(
      "BadRequestException",
      "CloudWatch Logs role ARN must be set in account settings to enable logging",
    );
  }
}
