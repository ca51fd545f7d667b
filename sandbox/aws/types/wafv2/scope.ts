import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { when } from "../../define-type.ts";
import { text } from "../../values.ts";

/** Where CloudFront's things are: https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html */
const edgeRegion = "us-east-1";

/** What protects CloudFront can only be made in us-east-1. */
export const checkScope = (inputs: PropertyMap, account: Account): readonly CheckFailure[] =>
  when([
    text(inputs, "scope") === "CLOUDFRONT" && account.region !== edgeRegion,
    "scope",
    `api error WAFInvalidParameterException: The scope is not valid. CLOUDFRONT is for ${edgeRegion}, not ${account.region}`,
  ]);

/** An ARN of WAF: things for CloudFront are `global`, the others `regional`. */
export function wafArn(account: Account, inputs: PropertyMap, resource: string): string {
  const place = text(inputs, "scope") === "CLOUDFRONT" ? "global" : "regional";
  return `arn:${account.partition}:wafv2:${account.region}:${account.accountId}:${place}/${resource}`;
}
