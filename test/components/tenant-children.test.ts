import { deepEqual } from "node:assert/strict";
import { childrenOf, declaredTenant as tenant } from "../support/declared-tenant.ts";
import { tenantPlan } from "../support/plans.ts";

describe("Tenant's children", () => {
  it("R-TIER-8 R-ISO-1 R-ISO-5 gives a free tenant rows, a bucket, logs and a namespace under the cell's key and role", async () => {
    deepEqual(childrenOf(await tenant(tenantPlan("blue-kite"))), [
      "KeyvaluestoreKey blue-kite-edge-host",
      "TenantApi blue-kite-api",
      "TenantBucket blue-kite-bucket",
      "TenantCompute blue-kite-compute-us-1",
      "TenantConfiguration blue-kite-configuration",
      "TenantLogs blue-kite-logs",
      "TenantModels blue-kite-models",
      "TenantRecords blue-kite-records",
      "TenantRows blue-kite-data-shared",
      "User blue-kite-cache-user",
      "UserGroup blue-kite-users",
      "UserGroupAssociation blue-kite-cache-user-in-group",
      "UserPoolClient blue-kite-users-client",
    ]);
  });

  it("R-ISO-2 R-INF-1 gives a professional tenant a schema and a key of its own as well", async () => {
    deepEqual(childrenOf(await tenant(tenantPlan("acme-corp"))), [
      "ChatChannel acme-corp-slack",
      "IdentityProvider acme-corp-okta",
      "KeyvaluestoreKey acme-corp-edge-host",
      "Selection acme-corp-backup",
      "TenantApi acme-corp-api",
      "TenantBucket acme-corp-bucket",
      "TenantCompute acme-corp-compute-us-1",
      "TenantConfiguration acme-corp-configuration",
      "TenantCosts acme-corp-costs",
      "TenantKey acme-corp-key",
      "TenantLogs acme-corp-logs",
      "TenantModels acme-corp-models",
      "TenantMonitoring acme-corp-monitoring",
      "TenantRecords acme-corp-records",
      "TenantSchema acme-corp-data-schema",
      "TenantSecret acme-corp-model-gpt-4",
      "TenantSecret acme-corp-secret-crm-webhook",
      "TenantSecret acme-corp-secret-okta-client-secret",
      "User acme-corp-cache-user",
      "UserGroup acme-corp-users-admin",
      "UserGroup acme-corp-users-member",
      "UserGroup acme-corp-users-viewer",
      "UserGroupAssociation acme-corp-cache-user-in-group",
      "UserPool acme-corp-users",
      "UserPoolClient acme-corp-users-client",
    ]);
  });

  it("R-ISO-3 R-ISO-5 gives an enterprise tenant a server, a role and a copy of its own", async () => {
    deepEqual(childrenOf(await tenant(tenantPlan("northwind-freight"))), [
      "DatabaseProxy northwind-freight-database-proxy",
      "KeyvaluestoreKey northwind-freight-edge-host",
      "OwnEdge northwind-freight-edge",
      "RecoveryKey northwind-freight-recovery-key",
      "RolePolicy northwind-freight-cache-access",
      "ServerlessCache northwind-freight-cache",
      "TenantApi northwind-freight-api",
      "TenantBackup northwind-freight-backup",
      "TenantBucket northwind-freight-bucket",
      "TenantBucketReplica northwind-freight-bucket-replica",
      "TenantCompute northwind-freight-compute-us-1",
      "TenantConfiguration northwind-freight-configuration",
      "TenantCosts northwind-freight-costs",
      "TenantDatabase northwind-freight-data-database",
      "TenantDatabaseAccess northwind-freight-database-access",
      "TenantKey northwind-freight-key",
      "TenantLogs northwind-freight-logs",
      "TenantModels northwind-freight-models",
      "TenantMonitoring northwind-freight-monitoring",
      "TenantRecords northwind-freight-records",
      "TenantRole northwind-freight-role",
      "TenantSecret northwind-freight-model-gpt-4",
      "User northwind-freight-cache-user",
      "UserGroup northwind-freight-users-admin",
      "UserGroup northwind-freight-users-member",
      "UserGroup northwind-freight-users-viewer",
      "UserPool northwind-freight-users",
      "UserPoolClient northwind-freight-users-client",
    ]);
  });
});
