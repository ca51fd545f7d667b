import { EventRule } from "@pulumi/aws/cloudwatch/eventRule.js";
import type * as pulumi from "@pulumi/pulumi";
import type { ConnectionArgs } from "./connection-args.ts";

/** A connection that is told of the tenant's events on a bus of its cell. */
export interface ConnectionRuleArgs extends Pick<ConnectionArgs<"chat_channel" | "event_destination">, "active"> {
  readonly plan: { readonly ruleName: string; readonly eventPattern: string };
  readonly busName: pulumi.Input<string>;
}

/** Picks the tenant's own events off the bus, and none while it is suspended. */
export const connectionRule = (
  name: string,
  { plan, busName, active }: ConnectionRuleArgs,
  description: string,
  opts: pulumi.CustomResourceOptions,
): EventRule =>
  new EventRule(
    `${name}-rule`,
    {
      name: plan.ruleName,
      eventBusName: busName,
      description,
      eventPattern: plan.eventPattern,
      state: active ? "ENABLED" : "DISABLED",
    },
    opts,
  );
