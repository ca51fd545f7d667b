import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { allRows } from "../../rows.ts";
import { text } from "../../values.ts";

/** What a web ACL of a Region can protect: https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html */
const protectable = [
  /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:loadbalancer\/app\/.+/,
  /^arn:[\w-]+:apigateway:[\w-]+::\/restapis\/[^/]+\/stages\/.+/,
  /^arn:[\w-]+:appsync:[\w-]+:\d{12}:apis\/.+/,
  /^arn:[\w-]+:cognito-idp:[\w-]+:\d{12}:userpool\/.+/,
  /^arn:[\w-]+:apprunner:[\w-]+:\d{12}:service\/.+/,
  /^arn:[\w-]+:ec2:[\w-]+:\d{12}:verified-access-instance\/.+/,
  /^arn:[\w-]+:amplify:[\w-]+:\d{12}:apps\/.+/,
];

function checkAssociation(inputs: PropertyMap): readonly CheckFailure[] {
  const resource = text(inputs, "resourceArn");
  const acl = text(inputs, "webAclArn");
  return when(
    [
      resource !== undefined && !protectable.some((form) => form.test(resource)),
      "resourceArn",
      `api error WAFInvalidParameterException: a web ACL cannot be associated with ${resource ?? ""}`,
    ],
    [
      acl?.includes(":global/") === true,
      "webAclArn",
      "api error WAFInvalidParameterException: a web ACL for CloudFront is named by the distribution itself",
    ],
  );
}

/** ARN of a stage → the type that the sandbox has for it. */
const existing: readonly (readonly [RegExp, string])[] = [
  [/:apigateway:/, "aws:apigateway/stage:Stage"],
  [/:cognito-idp:/, "aws:cognito/userPool:UserPool"],
];

export const webAclAssociation = defineType({
  token: "aws:wafv2/webAclAssociation:WebAclAssociation",
  // A second web ACL takes the first one's place in AWS; a second declaration is told, as with a bucket's settings.
  duplicateCode: "WAFAssociatedItemException",
  check: checkAssociation,
  create: (inputs, account) => {
    const acl = text(inputs, "webAclArn") ?? "";
    const resource = text(inputs, "resourceArn") ?? "";
    const exists = (type: string, arn: string) => allRows(account.world, type).some((row) => row.arn === arn);
    if (!exists("aws:wafv2/webAcl:WebAcl", acl))
      throw new AwsError("WAFNonexistentItemException", `AWS WAF couldn't find ${acl}`);
    const type = existing.find(([form]) => form.test(resource))?.[1];
    if (type !== undefined && !exists(type, resource))
      throw new AwsError("WAFUnavailableEntityException", `AWS WAF couldn't retrieve the resource ${resource}`);
    if (
      allRows(account.world, "aws:wafv2/webAclAssociation:WebAclAssociation").some(
        (row) => row.inputs["resourceArn"] === resource,
      )
    )
      throw new AwsError("WAFAssociatedItemException", `${resource} has a web ACL already`);
    return { id: `${acl},${resource}` };
  },
});
