import { Provider as AwsProvider } from "@pulumi/aws/provider.js";
import { Provider as KubernetesProvider } from "@pulumi/kubernetes/provider.js";
import { Provider as PostgresqlProvider } from "@pulumi/postgresql/provider.js";
import { cellDatabaseNames } from "../model/naming.ts";
import type { CellOutputs } from "../model/outputs.ts";
import type { CellReference } from "../model/plan/cell-plan.ts";
import { deployingRoleArn } from "./deploying-role.ts";

/**
 * AWS in a cell's account and Region, and in no other account: credentials of a wrong one are refused before anything
 * is touched. Resources elsewhere name their Region themselves, so that one provider is enough.
 */
export function awsProvider(
  cell: Pick<CellReference, "accountId" | "partition" | "region">,
  name = "aws",
): AwsProvider {
  const roleArn = deployingRoleArn(cell);
  return new AwsProvider(name, {
    region: cell.region,
    allowedAccountIds: [cell.accountId],
    ...(roleArn === undefined ? {} : { assumeRoles: [{ roleArn, sessionName: "tenantry" }] }),
  });
}

/** The cell's cluster, by short-lived tokens of AWS' own: the configuration holds no secret. */
export function kubernetesProvider(cell: CellReference, outputs: CellOutputs): KubernetesProvider {
  return new KubernetesProvider("kubernetes", {
    kubeconfig: JSON.stringify(kubeconfig(cell, outputs)),
    enableServerSideApply: true,
    // A tenant's published configuration changes in place: a replacement would take it away for a moment.
    enableConfigMapMutable: true,
  });
}

function kubeconfig(cell: CellReference, outputs: CellOutputs) {
  const { clusterName: name } = outputs;
  const roleArn = deployingRoleArn(cell);
  const args = ["eks", "get-token", "--cluster-name", name, "--region", cell.region, "--output", "json"];
  const exec = {
    apiVersion: "client.authentication.k8s.io/v1beta1",
    command: "aws",
    args: roleArn === undefined ? args : [...args, "--role-arn", roleArn],
    interactiveMode: "Never",
  };
  return {
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      {
        name,
        cluster: {
          server: outputs.clusterEndpoint,
          "certificate-authority-data": outputs.clusterCertificateAuthority,
        },
      },
    ],
    users: [{ name, user: { exec } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    "current-context": name,
  };
}

/**
 * The cell's server as its provisioning role, by short-lived tokens of RDS' IAM authentication.
 *
 * @param database where the tenant's role has rights of its own: the provider takes what a dropped role owns, default
 *   privileges included, out of the database that it is connected to, and PostgreSQL keeps a role that has any left
 */
export function provisionerProvider(cell: CellReference, outputs: CellOutputs, database: string): PostgresqlProvider {
  const roleArn = deployingRoleArn(cell);
  return new PostgresqlProvider("postgresql", {
    host: outputs.databaseHost,
    port: outputs.databasePort,
    username: cellDatabaseNames.provisioner,
    database,
    superuser: false,
    awsRdsIamAuth: true,
    awsRdsIamRegion: cell.region,
    ...(roleArn === undefined ? {} : { awsRdsIamProviderRoleArn: roleArn }),
    sslmode: "verify-full",
    connectTimeout: 15,
  });
}
