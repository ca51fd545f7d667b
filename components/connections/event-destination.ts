import { EventApiDestination } from "@pulumi/aws/cloudwatch/eventApiDestination.js";
import { EventConnection } from "@pulumi/aws/cloudwatch/eventConnection.js";
import { EventTarget } from "@pulumi/aws/cloudwatch/eventTarget.js";
import type { Role } from "@pulumi/aws/iam/role.js";
import { Queue } from "@pulumi/aws/sqs/queue.js";
import * as pulumi from "@pulumi/pulumi";
import type { CallAuthorization } from "../../model/integration.ts";
import { letRuleReport } from "../events/rule-reports.ts";
import { deliveryRole } from "../identity/delivery-role.ts";
import type { ConnectionArgs } from "./connection-args.ts";
import { type ConnectionRuleArgs, connectionRule } from "./connection-rule.ts";

export type EventDestinationArgs = ConnectionArgs<"event_destination"> & ConnectionRuleArgs;

/** Stands where a value belongs until its owner puts it: the program neither knows nor overwrites it. */
const notPutYet = "not-put-yet";

/**
 * An address outside that the tenant's events are sent to. What it does not take within a day waits in a queue for
 * fourteen days.
 *
 * The value that calls show is put by its owner (`aws events update-connection`) and is in no state. Costs 0.20 USD a
 * million calls.
 */
export class EventDestination extends pulumi.ComponentResource {
  constructor(name: string, args: EventDestinationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:EventDestination", name, {}, opts);
    const { plan, cell, kmsKeyArn } = args;
    const parent = { parent: this };
    const connection = new EventConnection(
      `${name}-connection`,
      { name: plan.connectionName, ...authorization(plan.connection.authorization) },
      { ...parent, ignoreChanges: ["authParameters"] },
    );
    const destination = new EventApiDestination(
      name,
      {
        name: plan.connectionName,
        connectionArn: connection.arn,
        invocationEndpoint: plan.connection.url,
        httpMethod: "POST",
        invocationRateLimitPerSecond: plan.connection.callsPerSecond,
      },
      parent,
    );
    const role = deliveryRole(
      `${name}-role`,
      {
        roleName: plan.roleName,
        service: "events.amazonaws.com",
        accountId: cell.accountId,
        statements: [
          { Sid: "Call", Effect: "Allow", Action: "events:InvokeApiDestination", Resource: destination.arn },
        ],
      },
      parent,
    );
    const queue = new Queue(
      `${name}-undelivered`,
      { name: plan.queueName, kmsMasterKeyId: kmsKeyArn, messageRetentionSeconds: 14 * 24 * 3600 },
      parent,
    );
    send(name, args, { destination, role, queue }, parent);
    this.registerOutputs({});
  }
}

function authorization(by: CallAuthorization) {
  return by.kind === "api_key"
    ? { authorizationType: "API_KEY", authParameters: { apiKey: { key: by.header, value: notPutYet } } }
    : {
        authorizationType: "OAUTH_CLIENT_CREDENTIALS",
        authParameters: {
          oauth: {
            authorizationEndpoint: by.tokenUrl,
            httpMethod: "POST",
            clientParameters: { clientId: by.clientId, clientSecret: notPutYet },
            oauthHttpParameters: { bodies: [{ key: "audience", value: by.audience, isValueSecret: false }] },
          },
        },
      };
}

function send(
  name: string,
  args: EventDestinationArgs,
  to: { readonly destination: EventApiDestination; readonly role: Role; readonly queue: Queue },
  opts: pulumi.CustomResourceOptions,
): void {
  const rule = connectionRule(name, args, "Events of one tenant that are sent to an address outside", opts);
  letRuleReport(`${name}-undelivered-policy`, to.queue, rule, opts);
  new EventTarget(
    `${name}-target`,
    {
      rule: rule.name,
      eventBusName: args.busName,
      targetId: "destination",
      arn: to.destination.arn,
      roleArn: to.role.arn,
      deadLetterConfig: { arn: to.queue.arn },
      retryPolicy: { maximumEventAgeInSeconds: 24 * 3600, maximumRetryAttempts: 185 },
      inputTransformer: {
        inputPaths: { id: "$.id", type: "$.detail-type" },
        inputTemplate: args.plan.connection.body,
      },
    },
    opts,
  );
}
