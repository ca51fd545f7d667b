import {
  arn,
  capitalsOf,
  hexOf,
  nameFrom,
  type PredictionContext,
  type ServicePredictions,
  type TypePrediction,
  tagsAll,
  uuidOf,
} from "./prediction.ts";

const postgresPort = 5432;

/** The host name that RDS gives: its middle part is the account's own in the Region. */
function host(context: PredictionContext, label: string): string {
  return `${label}.c${hexOf(context.accountId + context.region, 11)}.${context.region}.rds.amazonaws.com`;
}

function portOf({ inputs }: PredictionContext): number {
  return typeof inputs["port"] === "number" ? inputs["port"] : postgresPort;
}

/** RDS' own secret of the master user, where the program lets RDS manage the password. */
function masterUserSecrets(context: PredictionContext, kind: "db" | "cluster"): Readonly<Record<string, unknown>> {
  if (context.inputs["manageMasterUserPassword"] !== true) return {};
  const secretArn = arn(
    context,
    "secretsmanager",
    `secret:rds!${kind}-${uuidOf(context.urn, "master")}-${hexOf(context.urn, 6, "master")}`,
  );
  const kmsKeyId = context.inputs["masterUserSecretKmsKeyId"] ?? arn(context, "kms", "alias/aws/secretsmanager");
  return { masterUserSecrets: [{ secretArn, secretStatus: "active", kmsKeyId }] };
}

function named(property: string, kind: string): TypePrediction {
  return {
    id: (context) => nameFrom(context, property),
    outputs: (context, name) => ({
      [property]: name,
      arn: arn(context, "rds", `${kind}:${name}`),
      ...tagsAll(context),
    }),
  };
}

/** Amazon Relational Database Service. */
export const rdsPredictions: ServicePredictions = {
  "aws:rds/instance:Instance": {
    id: ({ urn }) => `db-${capitalsOf(urn, 26)}`,
    outputs: (context, id) => {
      const identifier = nameFrom(context, "identifier");
      const address = host(context, identifier);
      return {
        identifier,
        address,
        endpoint: `${address}:${portOf(context)}`,
        port: portOf(context),
        arn: arn(context, "rds", `db:${identifier}`),
        resourceId: id,
        hostedZoneId: `Z${capitalsOf(context.region, 13)}`,
        status: "available",
        ...masterUserSecrets(context, "db"),
        ...tagsAll(context),
      };
    },
  },
  "aws:rds/cluster:Cluster": {
    id: (context) => nameFrom(context, "clusterIdentifier"),
    outputs: (context, identifier) => ({
      clusterIdentifier: identifier,
      arn: arn(context, "rds", `cluster:${identifier}`),
      endpoint: host(context, `${identifier}.cluster`),
      readerEndpoint: host(context, `${identifier}.cluster-ro`),
      port: portOf(context),
      clusterResourceId: `cluster-${capitalsOf(context.urn, 26)}`,
      hostedZoneId: `Z${capitalsOf(context.region, 13)}`,
      ...masterUserSecrets(context, "cluster"),
      ...tagsAll(context),
    }),
  },
  "aws:rds/clusterInstance:ClusterInstance": {
    id: (context) => nameFrom(context, "identifier"),
    outputs: (context, identifier) => ({
      identifier,
      arn: arn(context, "rds", `db:${identifier}`),
      endpoint: host(context, identifier),
      port: postgresPort,
      dbiResourceId: `db-${capitalsOf(context.urn, 26)}`,
      ...tagsAll(context),
    }),
  },
  "aws:rds/proxy:Proxy": {
    id: (context) => nameFrom(context, "name"),
    outputs: (context, name) => ({
      name,
      arn: arn(context, "rds", `db-proxy:prx-${hexOf(context.urn, 17)}`),
      endpoint: host(context, `${name}.proxy`),
      ...tagsAll(context),
    }),
  },
  "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup": {
    id: ({ inputs }) => String(inputs["dbProxyName"]),
    outputs: (context) => ({
      name: "default",
      arn: arn(context, "rds", `target-group:prx-tg-${hexOf(context.urn, 17)}`),
    }),
  },
  "aws:rds/proxyTarget:ProxyTarget": {
    id: ({ inputs }) =>
      [inputs["dbProxyName"], inputs["targetGroupName"], "RDS_INSTANCE", inputs["dbInstanceIdentifier"]].join("/"),
  },
  "aws:rds/subnetGroup:SubnetGroup": named("name", "subgrp"),
  "aws:rds/parameterGroup:ParameterGroup": named("name", "pg"),
  "aws:rds/clusterParameterGroup:ClusterParameterGroup": named("name", "cluster-pg"),
};
