import type { PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { requireRole } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";

/** @throws where the delivery stream or the role does not exist. */
function requireReferences(inputs: PropertyMap, account: Account): void {
  const stream = text(inputs, "firehoseArn") ?? "";
  const streams = rowsOf(account, "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream");
  if (!streams.some((row) => row.arn === stream))
    throw new AwsError("InvalidParameterValue", `The delivery stream ${stream} does not exist`);
  requireRole(account, text(inputs, "roleArn"), "InvalidParameterValue");
}

export const metricStream = defineType({
  token: "aws:cloudwatch/metricStream:MetricStream",
  naming: { input: "name", maximumLength: 255 },
  defaults: { includeLinkedAccountsMetrics: false },
  check: (inputs) =>
    when([
      inputs["includeFilters"] !== undefined && inputs["excludeFilters"] !== undefined,
      "excludeFilters",
      "a metric stream includes or excludes, not both",
    ]),
  create: (inputs, account) => {
    const name = text(inputs, "name") ?? "";
    requireReferences(inputs, account);
    const at = account.world.now().toISOString();
    const computed = { name, state: "running", creationDate: at, lastUpdateDate: at };
    return { id: name, arn: arn(account, "cloudwatch", `metric-stream/${name}`), computed };
  },
  updatedOutputs: ["lastUpdateDate"],
  update: (_row, news, account) => {
    requireReferences(news, account);
    return { lastUpdateDate: account.world.now().toISOString() };
  },
});
