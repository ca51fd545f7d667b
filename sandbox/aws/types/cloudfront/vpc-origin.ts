import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { allRows } from "../../rows.ts";
import { flag, map, text } from "../../values.ts";
import { edgeArn, etag, refuseWhileUsed, requireArn } from "./entity.ts";

/**
 * What CloudFront asks of a VPC origin: an internal load balancer, and a VPC with an internet gateway, which shows that
 * it may take traffic from outside and carries none of it.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html
 */
export const vpcOrigin = defineType({
  token: "aws:cloudfront/vpcOrigin:VpcOrigin",
  global: true,
  updatedOutputs: ["etag"],
  create: (inputs, account) => {
    const reference = text(map(inputs, "vpcOriginEndpointConfig"), "arn") ?? "";
    const balancer = requireArn(account, "aws:lb/loadBalancer:LoadBalancer", reference, "InvalidArgument");
    if (!flag(balancer.inputs, "internal"))
      throw new AwsError("InvalidArgument", `${reference} is internet-facing: a VPC origin is an internal one`);
    const gateways = allRows(account.world, "aws:ec2/internetGateway:InternetGateway");
    if (!gateways.some((row) => row.inputs["vpcId"] === balancer.computed["vpcId"]))
      throw new AwsError(
        "InvalidArgument",
        `The VPC ${String(balancer.computed["vpcId"])} has no internet gateway attached`,
      );
    const id = `vo_${hex(20)}`;
    return { id, arn: edgeArn(account, `vpcorigin/${id}`), state: "Deployed", computed: { etag: etag() } };
  },
  update: () => ({ etag: etag() }),
  delete: (row, account) => {
    refuseWhileUsed(account, "CannotDeleteEntityWhileInUse", [row.id]);
    return undefined;
  },
});
