import { deepEqual, doesNotMatch, equal } from "node:assert/strict";
import { z } from "zod";
import { Tenant } from "../../components/tenant.ts";
import { cellOutputs } from "../support/cell-outputs.ts";
import { declared, named } from "../support/declared.ts";
import { tenantPlan } from "../support/plans.ts";
import { application } from "../support/tenant-sources.ts";

/** The document of a committed tenant, as its application finds it. */
async function documentOf(id: string): Promise<Record<string, unknown>> {
  const plan = tenantPlan(id);
  const resources = await declared(() => new Tenant(id, { plan, cell: cellOutputs, retention: "kept" }));
  const { data } = named(resources, `${id}-compute-${plan.cell.id}-workload-configuration`).inputs;
  return JSON.parse((data as Record<string, string>)["configuration.json"] ?? "") as Record<string, unknown>;
}

const schema = z.fromJSONSchema(application.configuration as Parameters<typeof z.fromJSONSchema>[0]);
const ids = ["blue-kite", "acme-corp", "northwind-freight", "umbra-health"];

describe("a tenant's configuration document", () => {
  it("R-APP-1 is what the application's contract describes, at every level", async () => {
    for (const id of ids) {
      deepEqual(schema.safeParse(await documentOf(id)).error, undefined, id);
    }
    equal(schema.safeParse({ schema_version: 1 }).success, false);
  });

  it("R-TIER-1 R-TIER-4 says what was sold, and switches on what the tenant chose", async () => {
    const { limits, features, support } = (await documentOf("acme-corp")) as Record<string, Record<string, unknown>>;
    deepEqual(
      [limits?.["max_users"], limits?.["api_requests_per_hour"], features?.["advanced_ai"], support?.["level"]],
      [500, 10_000, true, "business"],
    );
    deepEqual((await documentOf("umbra-health"))["limits"], {
      max_users: "unlimited",
      storage_gb: "unlimited",
      ai_sessions_per_month: "unlimited",
      api_requests_per_hour: "unlimited",
      custom_integrations: "unlimited",
      webhook_endpoints: "unlimited",
    });
  });

  it("holds no secret and no person's address", async () => {
    for (const id of ids) doesNotMatch(JSON.stringify(await documentOf(id)), /@|password":"/);
  });
});
