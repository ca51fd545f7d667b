import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { TenantOutputs } from "../../model/outputs.ts";
import { cellOutputs } from "../support/cell-outputs.ts";
import { named } from "../support/declared.ts";
import { tenantPlan } from "../support/plans.ts";
import { synthesisedTenant } from "../support/synthesised-tenant.ts";

const ids = ["blue-kite", "acme-corp", "northwind-freight", "umbra-health"];

describe("tenantStack", () => {
  it("publishes where the tenant's things are, at every level, with no secret among it", async () => {
    for (const id of ids) {
      const { outputs } = await synthesisedTenant(tenantPlan(id));
      equal(TenantOutputs.safeParse(outputs).error, undefined, id);
      deepEqual([outputs["tenantId"], outputs["databaseRole"]], [id, tenantPlan(id).data.active.roleName]);
    }
  });

  it("starts three providers and no more: each costs a plugin's start", async () => {
    for (const id of ids) {
      const { resources } = await synthesisedTenant(tenantPlan(id));
      const providers = resources
        .filter(({ type }) => type.startsWith("pulumi:providers:"))
        .map(({ type }) => type.split(":").at(-1));
      deepEqual(providers.toSorted(), ["aws", "kubernetes", "postgresql"], id);
    }
  });

  it("leaves no resource to a default provider, whose account nobody named", async () => {
    for (const id of ids) {
      const { resources } = await synthesisedTenant(tenantPlan(id));
      const withoutProvider = resources.filter(
        ({ type, options }) => /^(aws|kubernetes|postgresql):/.test(type) && options.provider === undefined,
      );
      deepEqual(
        withoutProvider.map(({ name }) => name),
        [],
        id,
      );
    }
  });

  it("R-SEC-9 logs in everywhere by short-lived tokens, in the cell's account alone", async () => {
    const { resources } = await synthesisedTenant(tenantPlan("acme-corp"));
    deepEqual(named(resources, "aws").inputs["allowedAccountIds"], '["111122223333"]');
    const { awsRdsIamAuth, password, sslmode, username } = named(resources, "postgresql").inputs;
    deepEqual([awsRdsIamAuth, password, sslmode, username], ["true", undefined, "verify-full", "platform_provisioner"]);
    const kubeconfig = JSON.parse(String(named(resources, "kubernetes").inputs["kubeconfig"])) as {
      users: { user: { exec: { command: string; args: string[] } } }[];
    };
    deepEqual(kubeconfig.users[0]?.user.exec.args.slice(0, 4), ["eks", "get-token", "--cluster-name", "cell-cluster"]);
    equal(kubeconfig.users[0]?.user.exec.command, "aws");
  });

  it("says which cell to bring up where it hands out nothing, or not all that is needed", async () => {
    const { clusterName: _gone, ...incomplete } = cellOutputs;
    const failing = (found: Readonly<Record<string, unknown>>) => synthesisedTenant(tenantPlan("acme-corp"), found);
    await rejects(failing({}), /cell-us-1 does not hand out.*Bring the cell up first: pulumi up --stack cell-us-1$/s);
    await rejects(failing(incomplete), /clusterName/);
    ok((await failing(cellOutputs)).resources.length > 0);
  });
});
