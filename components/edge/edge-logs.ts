import { LogDelivery } from "@pulumi/aws/cloudwatch/logDelivery.js";
import { LogDeliveryDestination } from "@pulumi/aws/cloudwatch/logDeliveryDestination.js";
import { LogDeliverySource } from "@pulumi/aws/cloudwatch/logDeliverySource.js";
import type * as pulumi from "@pulumi/pulumi";
import { edgeRegion } from "../../model/plan/plan-edge.ts";

export interface EdgeLogsArgs {
  readonly name: string;
  readonly distributionArn: pulumi.Input<string>;
  readonly logBucketName: string;
  readonly partition: string;
  readonly prefix: string;
}

/**
 * Who asked the edge for what, in the cell's log bucket: set up in us-east-1, since CloudFront is, and kept in the
 * cell's Region. Costs what is stored.
 */
export function edgeLogs(name: string, args: EdgeLogsArgs, opts: pulumi.CustomResourceOptions): void {
  const here = { region: edgeRegion, name: args.name };
  const source = new LogDeliverySource(
    `${name}-source`,
    { ...here, logType: "ACCESS_LOGS", resourceArn: args.distributionArn },
    opts,
  );
  const destination = new LogDeliveryDestination(
    `${name}-destination`,
    {
      ...here,
      outputFormat: "json",
      deliveryDestinationConfiguration: {
        destinationResourceArn: `arn:${args.partition}:s3:::${args.logBucketName}/${args.prefix}`,
      },
    },
    opts,
  );
  new LogDelivery(
    name,
    {
      region: edgeRegion,
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.arn,
      s3DeliveryConfigurations: [{ suffixPath: "{yyyy}/{MM}/{dd}/{HH}", enableHiveCompatiblePath: false }],
    },
    opts,
  );
}
