import type { CellOutputs, TenantOutputs } from "../../model/outputs.ts";
import type { CredentialSource } from "./credentials.ts";
import type { DatabaseLogin } from "./database-login.ts";
import { serviceAccountToken } from "./service-account-token.ts";

/** What a tenant's own workloads get, never an administrator's; printed by `tenantry connect --json`. */
export interface TenantConnection {
  readonly tenant: string;
  readonly isolation: TenantOutputs["isolation"];
  readonly postgres: Omit<DatabaseLogin, "tls"> & { readonly schema: string };
  readonly kubernetes: {
    readonly server: string;
    /** PEM in base64, as in a kubeconfig. */
    readonly ca: string;
    readonly token: string;
    readonly namespace: string;
  };
  /** Name of the tenant's bucket. */
  readonly bucket: string;
  /** ARN of the key that encrypts what the tenant stores. */
  readonly key: string;
}

/** As long as a database token lives, so that nothing of a connection outlives the rest by much. */
const tokenLifetimeSeconds = 900;

/** Region of an ARN, e.g. of `arn:aws:kms:us-east-1:111122223333:key/…`. */
export const regionOf = (arn: string): string => arn.split(":")[3] ?? "";

/** How to log in to a tenant's database as `user`. @throws ConfigurationError where no token is given */
export async function tenantDatabaseLogin(
  tenant: TenantOutputs,
  credentials: CredentialSource,
  user: string,
): Promise<DatabaseLogin> {
  const { databaseHost: host, databasePort: port, databaseName: database } = tenant;
  const password = await credentials.databaseToken({ host, port, region: regionOf(tenant.keyArn) }, user);
  return { host, port, database, user, password, tls: credentials.databaseTls };
}

/**
 * Short-lived credentials as the tenant's own role and service account.
 *
 * @throws ConfigurationError `CONFIGURATION_CREDENTIALS_UNAVAILABLE`
 */
export async function connectTenant(
  tenant: TenantOutputs,
  cell: CellOutputs,
  credentials: CredentialSource,
): Promise<TenantConnection> {
  const { tls: _, ...login } = await tenantDatabaseLogin(tenant, credentials, tenant.databaseRole);
  const administrator = await credentials.clusterToken({ name: tenant.clusterName, region: regionOf(cell.keyArn) });
  const cluster = { server: cell.clusterEndpoint, ca: cell.clusterCertificateAuthority };
  const { namespace, serviceAccountName: name } = tenant;
  const token = await serviceAccountToken(
    { ...cluster, token: administrator },
    { namespace, name },
    tokenLifetimeSeconds,
  );
  return {
    tenant: tenant.tenantId,
    isolation: tenant.isolation,
    postgres: { ...login, schema: tenant.databaseSchema },
    kubernetes: { ...cluster, token, namespace },
    bucket: tenant.bucketName,
    key: tenant.keyArn,
  };
}
