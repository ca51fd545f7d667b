import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { ec2Id } from "../../identifiers.ts";
import { requireRole } from "../../references.ts";
import { allRows } from "../../rows.ts";
import { number, text } from "../../values.ts";
import { requireSubnets } from "./subnet.ts";
import { requireVpc } from "./vpc.ts";

const sources = [
  "eniId",
  "regionalNatGatewayId",
  "subnetId",
  "transitGatewayAttachmentId",
  "transitGatewayId",
  "vpcId",
];

export const flowLog = defineType({
  token: "aws:ec2/flowLog:FlowLog",
  replaces: sources,
  defaults: { logDestinationType: "cloud-watch-logs", maxAggregationInterval: 600 },
  check: (inputs) => {
    const given = sources.filter((name) => inputs[name] !== undefined);
    const seconds = number(inputs, "maxAggregationInterval");
    return when(
      [
        given.length !== 1,
        "",
        `exactly one of ${sources.join(", ")} must be given, found ${given.join(", ") || "none"}`,
      ],
      [
        seconds !== undefined && seconds !== 60 && seconds !== 600,
        "maxAggregationInterval",
        `expected maxAggregationInterval to be one of [60 600], got ${seconds ?? ""}`,
      ],
      [
        inputs["logDestination"] === undefined,
        "logDestination",
        "api error InvalidParameter: logDestination must be given",
      ],
    );
  },
  create: (inputs, account) => {
    const vpcId = text(inputs, "vpcId");
    const subnetId = text(inputs, "subnetId");
    if (vpcId !== undefined) requireVpc(account, vpcId);
    if (subnetId !== undefined) requireSubnets(account, [subnetId], "InvalidSubnetID.NotFound");
    requireRole(account, text(inputs, "iamRoleArn"), "InvalidParameter");
    const destination = (text(inputs, "logDestination") ?? "").replace(/:\*$/, "");
    const places = ["aws:cloudwatch/logGroup:LogGroup", "aws:s3/bucket:Bucket"].flatMap((type) =>
      allRows(account.world, type),
    );
    const known = places.some((row) => destination === row.arn || destination.startsWith(`${row.arn}/`));
    if (!known && !destination.includes(":firehose:"))
      throw new AwsError("InvalidParameter", `LogDestination: ${destination} does not exist`);
    const id = ec2Id("fl");
    return { id, arn: arn(account, "ec2", `vpc-flow-log/${id}`) };
  },
});
