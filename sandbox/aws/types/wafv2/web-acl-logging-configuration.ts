import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { allRows } from "../../rows.ts";
import { text, texts } from "../../values.ts";

/** Destinations' names begin so: https://docs.aws.amazon.com/waf/latest/developerguide/logging.html */
const begins = "aws-waf-logs-";
const forms: readonly (readonly [RegExp, string])[] = [
  [/^arn:[\w-]+:logs:[\w-]+:\d{12}:log-group:aws-waf-logs-[^:]+(:\*)?$/, "aws:cloudwatch/logGroup:LogGroup"],
  [/^arn:[\w-]+:s3:::aws-waf-logs-[^/]+(\/.*)?$/, "aws:s3/bucket:Bucket"],
  [
    /^arn:[\w-]+:firehose:[\w-]+:\d{12}:deliverystream\/aws-waf-logs-.+$/,
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
  ],
];

function checkLogging(inputs: PropertyMap): readonly CheckFailure[] {
  const destinations = texts(inputs, "logDestinationConfigs");
  const odd = destinations.filter((arn) => !forms.some(([form]) => form.test(arn)));
  const count = Array.isArray(inputs["logDestinationConfigs"]) ? inputs["logDestinationConfigs"].length : 1;
  return when(
    [count !== 1, "logDestinationConfigs", `exactly one destination can be given, got ${count}`],
    [
      odd.length > 0,
      "logDestinationConfigs",
      `api error WAFInvalidParameterException: the destination must be a log group, bucket or delivery stream whose name begins with ${begins}, got ${odd.join(", ")}`,
    ],
  );
}

/** @throws where the web ACL or the destination does not exist. */
function put(account: Account, inputs: PropertyMap): string {
  const acl = text(inputs, "resourceArn") ?? "";
  if (!allRows(account.world, "aws:wafv2/webAcl:WebAcl").some((row) => row.arn === acl))
    throw new AwsError("WAFNonexistentItemException", `AWS WAF couldn't find ${acl}`);
  const arn = (texts(inputs, "logDestinationConfigs")[0] ?? "").replace(/:\*$/, "");
  const type = forms.find(([form]) => form.test(arn))?.[1];
  if (type !== undefined && !allRows(account.world, type).some((row) => arn.startsWith(row.arn)))
    throw new AwsError("WAFLogDestinationPermissionIssueException", `the log destination ${arn} does not exist`);
  return acl;
}

export const webAclLoggingConfiguration = defineType({
  token: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
  // PutLoggingConfiguration overwrites; a second declaration is told, as with a bucket's settings.
  duplicateCode: "WAFDuplicateItemException",
  check: checkLogging,
  create: (inputs, account) => ({ id: put(account, inputs) }),
  update: (_row, news, account) => {
    put(account, news);
    return {};
  },
});
