import { deepEqual, equal, rejects } from "node:assert/strict";
import { Tenant } from "../../../components/tenant.ts";
import { synthesise } from "../../../fleet/synth/synthesise.ts";
import type { SynthesisedResource } from "../../../fleet/synth/synthesised-stack.ts";
import type { TenantPlan } from "../../../model/plan/tenant-plan.ts";
import { cellOutputs } from "../../support/cell-outputs.ts";
import { named } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

async function tenant(plan: TenantPlan, cell = cellOutputs) {
  const program = () => {
    new Tenant(plan.tenant.id, { plan, cell, retention: "kept" });
    return {};
  };
  return (await synthesise(program, { stack: plan.tenant.id })).resources;
}
const edgeOf = (resources: readonly SynthesisedResource[]) =>
  resources
    .filter(({ type }) => /^aws:(cloudfront|wafv2|acm|route53)\//.test(type))
    .map(({ type, name }) => `${type.split(":").at(-1)} ${name}`)
    .toSorted();

describe("a tenant's edge", () => {
  it("R-INF-10 is one entry of its own for tenants of the pool, and for one in a cell of its own", async () => {
    for (const id of ["blue-kite", "acme-corp", "umbra-health"])
      deepEqual(edgeOf(await tenant(tenantPlan(id))), [`KeyvaluestoreKey ${id}-edge-host`]);
    const { inputs } = named(await tenant(tenantPlan("acme-corp")), "acme-corp-edge-host");
    deepEqual(inputs["key"], "acme-corp.us-1.app.example");
    deepEqual(JSON.parse(String(inputs["value"])), {
      namespace: tenantPlan("acme-corp").compute.namespace,
      serves: true,
      cached: false,
    });
  });

  it("R-INF-5 is a distribution tenant with host name, certificate and web ACL of its own from enterprise up", async () => {
    const resources = await tenant(tenantPlan("northwind-freight"));
    deepEqual(edgeOf(resources), [
      "DistributionTenant northwind-freight-edge",
      "KeyvaluestoreKey northwind-freight-edge-host",
      "WebAcl northwind-freight-edge-web-acl",
    ]);
    const { inputs } = named(resources, "northwind-freight-edge", "DistributionTenant");
    const hostname = "northwind-freight.us-1.app.example";
    deepEqual(
      [inputs["domains"], inputs["distributionId"], inputs["connectionGroupId"], inputs["enabled"]],
      [[{ domain: hostname }], "E0CELL", "cg_cell", true],
    );
    deepEqual(inputs["managedCertificateRequest"], {
      primaryDomainName: hostname,
      validationTokenHost: "cloudfront",
      certificateTransparencyLoggingPreference: "enabled",
    });
  });

  it("R-INF-5 fences the host at what is sold, in us-east-1, and names no number where nothing is sold by the hour", async () => {
    const { inputs } = named(await tenant(tenantPlan("northwind-freight")), "northwind-freight-edge-web-acl");
    deepEqual([inputs["region"], inputs["scope"]], ["us-east-1", "CLOUDFRONT"]);
    const [rate] = inputs["rules"] as {
      statement: { rateBasedStatement?: { limit: number; evaluationWindowSec: number } };
    }[];
    deepEqual(
      [rate?.statement.rateBasedStatement?.limit, rate?.statement.rateBasedStatement?.evaluationWindowSec],
      [83_333, 300],
    );
    const plan = tenantPlan("northwind-freight");
    const own = { distributionTenantName: plan.edge?.own?.distributionTenantName ?? "" };
    const unlimited = await tenant({ ...plan, edge: { entry: { namespace: "n", serves: true, cached: true }, own } });
    deepEqual(edgeOf(unlimited), [
      "DistributionTenant northwind-freight-edge",
      "KeyvaluestoreKey northwind-freight-edge-host",
    ]);
    equal(named(unlimited, "northwind-freight-edge", "DistributionTenant").inputs["customizations"], undefined);
  });

  it("R-INF-10 refuses a suspended tenant's requests, and takes nothing of its edge away", async () => {
    const suspended = await tenant(tenantPlan("northwind-freight", "suspended"));
    deepEqual(edgeOf(suspended), edgeOf(await tenant(tenantPlan("northwind-freight"))));
    equal(named(suspended, "northwind-freight-edge", "DistributionTenant").inputs["enabled"], false);
    const { value } = named(suspended, "northwind-freight-edge-host").inputs;
    equal((JSON.parse(String(value)) as { serves: boolean }).serves, false);
  });

  it("says what to type where the cell has no edge yet, and declares none where the partition has none", async () => {
    const { edgeHostsArn: _gone, ...withoutEdge } = cellOutputs;
    await rejects(
      tenant(tenantPlan("blue-kite"), withoutEdge),
      /the cell us-1 has no edge; .*pulumi up --stack cell-us-1/,
    );
    const { edge: _none, ...plan } = tenantPlan("blue-kite");
    deepEqual(edgeOf(await tenant(plan, withoutEdge)), []);
  });
});
