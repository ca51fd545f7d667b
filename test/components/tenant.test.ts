import { deepEqual, equal, throws } from "node:assert/strict";
import type { Retention } from "../../components/retention.ts";
import { Tenant } from "../../components/tenant.ts";
import { synthesise } from "../../fleet/synth/synthesise.ts";
import type { SynthesisedResource } from "../../fleet/synth/synthesised-stack.ts";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import { cellOutputs } from "../support/cell-outputs.ts";
import { keeping, kept, named, released } from "../support/declared.ts";
import { tenantPlan } from "../support/plans.ts";

async function tenant(plan: TenantPlan, retention: Retention = "kept"): Promise<readonly SynthesisedResource[]> {
  const { resources } = await synthesise(
    () => {
      new Tenant(plan.tenant.id, { plan, cell: cellOutputs, retention });
      return {};
    },
    { stack: plan.tenant.id },
  );
  return resources;
}
/** The components right below the root. */
const childrenOf = (resources: readonly SynthesisedResource[]) => {
  const root = named(
    resources.filter(({ type }) => type.startsWith("tenantry:")),
    resources.find(({ type }) => type === "tenantry:components:Tenant")?.name ?? "",
  );
  return resources
    .filter(({ parent }) => parent === root.urn)
    .map(({ type, name }) => `${type.split(":").at(-1)} ${name}`)
    .toSorted();
};

describe("Tenant", () => {
  it("R-TIER-8 R-ISO-1 R-ISO-5 gives a free tenant rows, a bucket, logs and a namespace under the cell's key and role", async () => {
    deepEqual(childrenOf(await tenant(tenantPlan("blue-kite"))), [
      "KeyvaluestoreKey blue-kite-edge-host",
      "TenantApi blue-kite-api",
      "TenantBucket blue-kite-bucket",
      "TenantCompute blue-kite-compute-us-1",
      "TenantConfiguration blue-kite-configuration",
      "TenantLogs blue-kite-logs",
      "TenantModels blue-kite-models",
      "TenantRows blue-kite-data-shared",
      "User blue-kite-cache-user",
      "UserGroup blue-kite-users",
      "UserGroupAssociation blue-kite-cache-user-in-group",
      "UserPoolClient blue-kite-users-client",
    ]);
  });

  it("R-ISO-2 R-INF-1 gives a professional tenant a schema and a key of its own as well", async () => {
    deepEqual(childrenOf(await tenant(tenantPlan("acme-corp"))), [
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

  it("R-ISO-4 gives a custom tenant a database in the cell of its own", async () => {
    const resources = await tenant(tenantPlan("umbra-health"));
    equal(childrenOf(resources).includes("TenantClusterDatabase umbra-health-data-cluster"), true);
    const access = named(resources, "umbra-health-database-access", "RolePolicy");
    equal(String(access.inputs["policy"]).includes("dbuser:db-CELL/tenant-u9d2j7fk"), true);
  });

  it("R-INF-1 encrypts with the tenant's key where it has one, and the cell's where it has none", async () => {
    const keyOf = async (id: string) => {
      const { rules } = named(await tenant(tenantPlan(id)), `${id}-bucket-objects-encryption`).inputs;
      const [rule] = rules as { applyServerSideEncryptionByDefault: { kmsMasterKeyId: string } }[];
      return rule?.applyServerSideEncryptionByDefault.kmsMasterKeyId;
    };
    equal(await keyOf("blue-kite"), cellOutputs.keyArn);
    equal((await keyOf("acme-corp")) === cellOutputs.keyArn, false);
  });

  it("holds an old and a new place of the data side by side, and moves nothing else", async () => {
    const [shared, schema] = [tenantPlan("blue-kite").data.active, tenantPlan("acme-corp").data.active];
    const moving = await tenant({ ...tenantPlan("acme-corp"), data: { active: schema, retiring: shared } });
    const settled = await tenant(tenantPlan("acme-corp"));
    deepEqual(
      childrenOf(moving).filter((child) => !childrenOf(settled).includes(child)),
      ["TenantRows acme-corp-data-shared"],
    );
    const urns = new Set(moving.map(({ urn }) => urn));
    deepEqual(
      settled.filter(({ urn }) => !urns.has(urn)),
      [],
    );
  });

  it("keeps everything of a suspended tenant but login, identity and running pods", async () => {
    const active = await tenant(tenantPlan("acme-corp"));
    const suspended = await tenant(tenantPlan("acme-corp", "suspended"));
    const urns = new Set(suspended.map(({ urn }) => urn));
    deepEqual(
      active.filter(({ urn }) => !urns.has(urn)).map(({ name }) => name),
      ["acme-corp-compute-us-1-identity"],
    );
    equal(named(suspended, "acme-corp-data-schema-role").inputs["login"], false);
    equal(keeping(named(suspended, "acme-corp-bucket-objects", "Bucket")).protect, true);
    equal(keeping(named(suspended, "acme-corp-users", "cognito/userPool:UserPool")).protect, true);
    deepEqual(named(suspended, "acme-corp-users-client").inputs["explicitAuthFlows"], ["ALLOW_CUSTOM_AUTH"]);
  });

  it("lets everything that holds data go only once it is released", async () => {
    const holding = (resources: readonly SynthesisedResource[]) =>
      resources.filter(({ type }) => /:(Bucket|Key|ReplicaKey|LogGroup|Instance|Schema|Database)$/.test(type));
    const all = holding(await tenant(tenantPlan("northwind-freight")));
    equal(all.length, 11);
    deepEqual(new Set(all.map((resource) => JSON.stringify(keeping(resource)))), new Set([JSON.stringify(kept)]));
    const off = holding(await tenant(tenantPlan("northwind-freight"), "released"));
    deepEqual(new Set(off.map((resource) => JSON.stringify(keeping(resource)))), new Set([JSON.stringify(released)]));
  });

  it("R-SEC-10 has support's role, with its policy, only while the tenant lets it in", async () => {
    const plan = tenantPlan("acme-corp");
    const supportAccess = {
      roleName: "acme-support",
      operatorAccountId: "111122223333",
      from: "2026-11-24T09:00:00Z",
      until: "2026-11-24T12:00:00Z",
      reason: "invoices are missing",
    };
    const closed = new Set((await tenant(plan)).map(({ urn }) => urn));
    const opened = await tenant({ ...plan, supportAccess });
    deepEqual(
      opened.filter(({ urn }) => !closed.has(urn)).map(({ type, name }) => `${type.split(":").at(-1)} ${name}`),
      ["SupportRole acme-corp-support", "Role acme-corp-support", "RolePolicy acme-corp-support-policy"],
    );
  });

  it("says what to type where the cell has no user pool for the tier", async () => {
    const plan = tenantPlan("blue-kite");
    const failure = await synthesise(
      () => {
        new Tenant("blue-kite", { plan, cell: { ...cellOutputs, userPoolIds: {} }, retention: "kept" });
        return {};
      },
      { stack: "blue-kite" },
    ).catch((error: unknown) => error);
    throws(() => {
      throw failure;
    }, /no user pool for the tier free; .* pulumi up --stack cell-us-1/);
  });

  it("says what to type where the cell has no role for the tier", async () => {
    const plan = tenantPlan("acme-corp");
    const { professional: _gone, ...poolRoleArns } = cellOutputs.poolRoleArns;
    const failure = await synthesise(
      () => {
        new Tenant("acme-corp", { plan, cell: { ...cellOutputs, poolRoleArns }, retention: "kept" });
        return {};
      },
      { stack: "acme-corp" },
    ).catch((error: unknown) => error);
    throws(() => {
      throw failure;
    }, /no role for the tier professional, only for free; .* pulumi up --stack cell-us-1/);
  });
});
