import { SlackChannelConfiguration } from "@pulumi/aws/chatbot/slackChannelConfiguration.js";
import { TeamsChannelConfiguration } from "@pulumi/aws/chatbot/teamsChannelConfiguration.js";
import { EventTarget } from "@pulumi/aws/cloudwatch/eventTarget.js";
import { Role } from "@pulumi/aws/iam/role.js";
import * as pulumi from "@pulumi/pulumi";
import { serviceTrust } from "../identity/service-trust.ts";
import { AlarmTopic } from "../monitoring/alarm-topic.ts";
import type { ConnectionArgs } from "./connection-args.ts";
import { type ConnectionRuleArgs, connectionRule } from "./connection-rule.ts";

export type ChatChannelArgs = ConnectionArgs<"chat_channel"> & ConnectionRuleArgs;

/**
 * A chat channel that is told of the tenant's events, through an encrypted topic. Nobody can do anything in the account
 * from the channel: AWS' own policy that denies all is its guardrail.
 *
 * Costs nothing at rest.
 */
export class ChatChannel extends pulumi.ComponentResource {
  constructor(name: string, args: ChatChannelArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:ChatChannel", name, {}, opts);
    const { plan, cell, kmsKeyArn } = args;
    const parent = { parent: this };
    const topic = new AlarmTopic(
      `${name}-topic`,
      {
        plan: { topicName: plan.topicName, displayName: plan.title },
        cell,
        kmsKeyArn,
        publishers: ["events"],
      },
      parent,
    );
    tellTopic(name, args, topic.arn, parent);
    const role = new Role(
      `${name}-role`,
      { name: plan.roleName, assumeRolePolicy: serviceTrust("chatbot.amazonaws.com", cell.accountId) },
      parent,
    );
    declareChannel(name, args, { topicArn: topic.arn, roleArn: role.arn }, parent);
    this.registerOutputs({});
  }
}

/** Form of a message: https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html */
const message =
  '{"version": "1.0", "source": "custom", "id": "<id>", "content": {"textType": "client-markdown", "title": "<type>", "description": "<type> at <time>"}}';

function tellTopic(
  name: string,
  args: ChatChannelArgs,
  topicArn: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): void {
  const rule = connectionRule(name, args, "Events of one tenant that a chat channel is told of", opts);
  new EventTarget(
    `${name}-target`,
    {
      rule: rule.name,
      eventBusName: args.busName,
      targetId: "chat",
      arn: topicArn,
      inputTransformer: {
        inputPaths: { id: "$.id", time: "$.time", type: "$.detail-type" },
        inputTemplate: message,
      },
    },
    opts,
  );
}

function declareChannel(
  name: string,
  { plan, cell }: ChatChannelArgs,
  { topicArn, roleArn }: { readonly topicArn: pulumi.Input<string>; readonly roleArn: pulumi.Input<string> },
  opts: pulumi.CustomResourceOptions,
): void {
  const { channel } = plan.connection;
  const common = {
    configurationName: plan.roleName,
    iamRoleArn: roleArn,
    snsTopicArns: [topicArn],
    guardrailPolicyArns: [`arn:${cell.partition}:iam::aws:policy/AWSDenyAll`],
    loggingLevel: "ERROR",
    userAuthorizationRequired: true,
  };
  if (channel.service === "slack") {
    const { teamId, channelId } = channel;
    new SlackChannelConfiguration(name, { ...common, slackTeamId: teamId, slackChannelId: channelId }, opts);
    return;
  }
  const { tenantId, teamId, channelId } = channel;
  new TeamsChannelConfiguration(name, { ...common, tenantId, teamId, channelId }, opts);
}
