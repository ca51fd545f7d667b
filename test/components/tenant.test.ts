import { deepEqual, equal, throws } from "node:assert/strict";
import { Tenant } from "../../components/tenant.ts";
import { synthesise } from "../../fleet/synth/synthesise.ts";
import type { SynthesisedResource } from "../../fleet/synth/synthesised-stack.ts";
import { cellOutputs } from "../support/cell-outputs.ts";
import { keeping, kept, named, released } from "../support/declared.ts";
import { childrenOf, declaredTenant as tenant } from "../support/declared-tenant.ts";
import { tenantPlan } from "../support/plans.ts";

describe("Tenant", () => {
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
