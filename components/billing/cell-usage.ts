import { EventBus } from "@pulumi/aws/cloudwatch/eventBus.js";
import { Queue } from "@pulumi/aws/sqs/queue.js";
import * as pulumi from "@pulumi/pulumi";
import { retainedAs } from "../retention.ts";
import type { CellUsageArgs } from "./cell-usage-args.ts";
import { usageBucket } from "./usage-bucket.ts";
import { usageRule } from "./usage-rule.ts";
import { usageStream } from "./usage-stream.ts";

/**
 * What tenants used, from their events to the books: a bus that each may put only its own events on, a stream that
 * sorts them by tenant and day, and a bucket that keeps them.
 *
 * An event that cannot be handed to the stream waits in a queue for 14 days; one that cannot be sorted lies below
 * `errors/`. Costs 1 USD for a million events, 0.029 USD for a GB streamed and 0.02 for a GB sorted
 * (https://aws.amazon.com/eventbridge/pricing/, https://aws.amazon.com/firehose/pricing/), and what it keeps. The
 * bucket survives `pulumi destroy` unless released.
 */
export class CellUsage extends pulumi.ComponentResource {
  readonly busName: pulumi.Output<string>;
  readonly busArn: pulumi.Output<string>;

  constructor(name: string, args: CellUsageArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CellUsage", name, {}, opts);
    const { plan, kmsKeyArn, retention } = args;
    const parent = { parent: this };

    const bucket = usageBucket(`${name}-bucket`, args, parent);
    const stream = usageStream(`${name}-stream`, { ...args, bucketArn: bucket.arn }, parent);
    const undelivered = new Queue(
      `${name}-dead-letters`,
      {
        name: plan.deadLetterQueueName,
        messageRetentionSeconds: 14 * 24 * 3600,
        kmsMasterKeyId: kmsKeyArn,
      },
      { ...parent, ...retainedAs(retention) },
    );
    const bus = new EventBus(
      name,
      { name: plan.busName, description: "What the cell's tenants used", kmsKeyIdentifier: kmsKeyArn },
      parent,
    );
    usageRule(`${name}-rule`, { ...args, busName: bus.name, streamArn: stream.arn, undelivered }, parent);

    this.busName = bus.name;
    this.busArn = bus.arn;
    this.registerOutputs({ busName: this.busName, busArn: this.busArn });
  }
}
