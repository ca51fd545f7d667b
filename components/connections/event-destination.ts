import { EventApiDestination } from "@pulumi/aws/cloudwatch/eventApiDestination.js";
import { EventConnection } from "@pulumi/aws/cloudwatch/eventConnection.js";
import { EventRule } from "@pulumi/aws/cloudwatch/eventRule.js";
import { EventTarget } from "@pulumi/aws/cloudwatch/eventTarget.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { Queue } from "@pulumi/aws/sqs/queue.js";
import { QueuePolicy } from "@pulumi/aws/sqs/queuePolicy.js";
import * as pulumi from "@pulumi/pulumi";
import type { CallAuthorization } from "../../model/integration.ts";
import { policyDocument } from "../identity/policy-document.ts";
import { serviceTrust } from "../identity/service-trust.ts";
import type { ConnectionArgs } from "./connection-args.ts";

export interface EventDestinationArgs extends ConnectionArgs<"event_destination"> {
  readonly busName: pulumi.Input<string>;
}

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
    const role = new Role(
      `${name}-role`,
      { name: plan.roleName, assumeRolePolicy: serviceTrust("events.amazonaws.com", cell.accountId) },
      parent,
    );
    const policy = policyDocument([
      { Sid: "Call", Effect: "Allow", Action: "events:InvokeApiDestination", Resource: destination.arn },
    ]);
    new RolePolicy(`${name}-role-policy`, { name: "access", role: role.name, policy }, parent);
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
  { plan, busName, active }: EventDestinationArgs,
  to: { readonly destination: EventApiDestination; readonly role: Role; readonly queue: Queue },
  opts: pulumi.CustomResourceOptions,
): void {
  const rule = new EventRule(
    `${name}-rule`,
    {
      name: plan.ruleName,
      eventBusName: busName,
      description: "Events of one tenant that are sent to an address outside",
      eventPattern: plan.eventPattern,
      state: active ? "ENABLED" : "DISABLED",
    },
    opts,
  );
  const policy = policyDocument([
    {
      Sid: "Undelivered",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "sqs:SendMessage",
      Resource: to.queue.arn,
      Condition: { ArnEquals: { "aws:SourceArn": rule.arn } },
    },
  ]);
  new QueuePolicy(`${name}-undelivered-policy`, { queueUrl: to.queue.url, policy }, opts);
  new EventTarget(
    `${name}-target`,
    {
      rule: rule.name,
      eventBusName: busName,
      targetId: "destination",
      arn: to.destination.arn,
      roleArn: to.role.arn,
      deadLetterConfig: { arn: to.queue.arn },
      retryPolicy: { maximumEventAgeInSeconds: 24 * 3600, maximumRetryAttempts: 185 },
      inputTransformer: {
        inputPaths: { id: "$.id", type: "$.detail-type" },
        inputTemplate: plan.connection.body,
      },
    },
    opts,
  );
}
