import { LogSubscriptionFilter } from "@pulumi/aws/cloudwatch/logSubscriptionFilter.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { FirehoseDeliveryStream } from "@pulumi/aws/kinesis/firehoseDeliveryStream.js";
import * as pulumi from "@pulumi/pulumi";
import { type PolicyStatement, policyDocument } from "../identity/policy-document.ts";
import { serviceTrust } from "../identity/service-trust.ts";
import type { TenantLogs } from "../monitoring/tenant-logs.ts";
import type { TenantSecret } from "../secrets/tenant-secret.ts";
import type { ConnectionArgs } from "./connection-args.ts";

export interface LogStreamArgs extends ConnectionArgs<"log_stream"> {
  readonly bucketName: string;
  readonly secrets: ReadonlyMap<string, TenantSecret>;
  readonly logGroups: TenantLogs["groups"];
}

/**
 * The tenant's logs, sent on to a product as they are written; what it does not take lies in the tenant's bucket, under
 * `undelivered/`. The stream reads the product's key from the tenant's secret by itself.
 *
 * Costs 0.029 USD a GB. A log group takes two subscriptions, so two products at the most.
 */
export class LogStream extends pulumi.ComponentResource {
  constructor(name: string, args: LogStreamArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:LogStream", name, {}, opts);
    const { plan, cell } = args;
    const parent = { parent: this };
    const secret = args.secrets.get(plan.connection.secretName);
    if (secret === undefined) throw new Error(`the secret ${plan.connection.secretName} is not declared`);
    const role = grantedRole(`${name}-role`, plan.roleName, {
      service: "firehose.amazonaws.com",
      args,
      statements: deliveryStatements(args, secret.arn),
      opts: parent,
    });
    const stream = new FirehoseDeliveryStream(name, streamArgs(args, secret.arn, role), parent);
    const subscriber = grantedRole(`${name}-logs-role`, plan.logsRoleName, {
      service: `logs.${cell.region}.amazonaws.com`,
      args,
      statements: [{ Sid: "Stream", Effect: "Allow", Action: "firehose:PutRecord*", Resource: stream.arn }],
      opts: parent,
    });
    for (const [logGroupName, group] of args.active ? args.logGroups : []) {
      const category = logGroupName.split("/").at(-1) ?? "";
      new LogSubscriptionFilter(
        `${name}-${category}`,
        {
          name: plan.streamName,
          logGroup: group.name,
          filterPattern: "",
          destinationArn: stream.arn,
          roleArn: subscriber.arn,
        },
        parent,
      );
    }
    this.registerOutputs({});
  }
}

interface Granted {
  readonly service: string;
  readonly args: LogStreamArgs;
  readonly statements: readonly PolicyStatement[];
  readonly opts: pulumi.CustomResourceOptions;
}

/** Tagged with the tenant's namespace, by which its secrets know whom they may be read by. */
function grantedRole(name: string, roleName: string, { service, args, statements, opts }: Granted): Role {
  const role = new Role(
    name,
    {
      name: roleName,
      assumeRolePolicy: serviceTrust(service, args.cell.accountId),
      tags: { "kubernetes-namespace": args.namespace },
    },
    opts,
  );
  new RolePolicy(`${name}-policy`, { name: "access", role: role.name, policy: policyDocument(statements) }, opts);
  return role;
}

function deliveryStatements(
  { cell, bucketName, kmsKeyArn }: LogStreamArgs,
  secretArn: pulumi.Input<string>,
): readonly PolicyStatement[] {
  const bucket = `arn:${cell.partition}:s3:::${bucketName}`;
  const services = ["s3", "secretsmanager"].map((service) => `${service}.${cell.region}.amazonaws.com`);
  return [
    { Sid: "Undelivered", Effect: "Allow", Action: "s3:PutObject", Resource: `${bucket}/undelivered/*` },
    { Sid: "Place", Effect: "Allow", Action: "s3:GetBucketLocation", Resource: bucket },
    { Sid: "Secret", Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secretArn },
    {
      Sid: "Key",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: kmsKeyArn,
      Condition: { StringEquals: { "kms:ViaService": services } },
    },
  ];
}

/**
 * Log groups send compressed documents of many lines, which Splunk takes for an error: it is sent the lines alone. The
 * other products open such documents by themselves.
 *
 * Source: https://docs.aws.amazon.com/firehose/latest/dev/Message_extraction.html
 */
const linesAlone = {
  enabled: true,
  processors: [
    { type: "Decompression", parameters: [{ parameterName: "CompressionFormat", parameterValue: "GZIP" }] },
    {
      type: "CloudWatchLogProcessing",
      parameters: [{ parameterName: "DataMessageExtraction", parameterValue: "true" }],
    },
  ],
};

function streamArgs({ plan, cell, bucketName, kmsKeyArn }: LogStreamArgs, secretArn: pulumi.Input<string>, role: Role) {
  const s3Configuration = {
    roleArn: role.arn,
    bucketArn: `arn:${cell.partition}:s3:::${bucketName}`,
    prefix: `undelivered/${plan.id}/`,
    kmsKeyArn,
    compressionFormat: "GZIP",
  };
  const secretsManagerConfiguration = { enabled: true, roleArn: role.arn, secretArn };
  const common = { name: plan.streamName, serverSideEncryption: { enabled: true, keyType: "AWS_OWNED_CMK" } };
  const { protocol, url } = plan.connection;
  return protocol === "splunk"
    ? {
        ...common,
        destination: "splunk",
        splunkConfiguration: {
          hecEndpoint: url,
          hecEndpointType: "Raw",
          processingConfiguration: linesAlone,
          hecAcknowledgmentTimeout: 300,
          s3BackupMode: "FailedEventsOnly",
          s3Configuration,
          secretsManagerConfiguration,
        },
      }
    : {
        ...common,
        destination: "http_endpoint",
        httpEndpointConfiguration: {
          url,
          name: plan.title,
          roleArn: role.arn,
          s3BackupMode: "FailedDataOnly",
          requestConfiguration: { contentEncoding: "GZIP" },
          s3Configuration,
          secretsManagerConfiguration,
        },
      };
}
