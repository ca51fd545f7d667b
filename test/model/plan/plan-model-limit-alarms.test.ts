import { deepEqual } from "node:assert/strict";
import fc from "fast-check";
import { modelLimitMetrics } from "../../../model/plan/plan-model-limit-alarms.ts";
import { planTenant } from "../../../model/plan/plan-tenant.ts";
import type { ResolvedTenant } from "../../../model/resolve/resolved-tenant.ts";
import { application, cellNamed, committed, fleet, resolved } from "../../support/tenant-sources.ts";

const quantity = fc.oneof(fc.integer({ min: 1, max: 10_000_000 }), fc.constant("unlimited" as const));
const rates = fc.record({ requests_per_minute: quantity, tokens_per_day: quantity, concurrent_requests: quantity });
const samples = ["acme-corp", "northwind-freight", "umbra-health"].map((id) =>
  resolved(committed(`tenants/${id}.yaml`)),
);

/** The tenant's alarms on calls of AI models, as `<key> <threshold>`. */
function alarmsOf(tenant: ResolvedTenant): readonly string[] {
  const { monitoring } = planTenant(tenant, cellNamed(tenant.spec.placement.cell), fleet, application);
  const alarms = monitoring.kind === "own" ? monitoring.alarms : [];
  return alarms
    .filter(({ key }) => modelLimitMetrics.some((limit) => key.startsWith(`${limit.key}-`)))
    .filter(({ key }) => !key.startsWith("ai-sessions"))
    .map(({ key, threshold }) => `${key} ${threshold}`);
}

describe("planModelLimitAlarms", () => {
  it("R-AI-2 alarms on calls of AI models at no more than what is sold, and not at all on what is unlimited", () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), rates, ({ configuration: tier, ...tenant }, rate_limits) => {
        const ai_configuration = { ...tier.configuration.ai_configuration, rate_limits };
        const configuration = { ...tier, configuration: { ...tier.configuration, ai_configuration } };
        deepEqual(
          alarmsOf({ ...tenant, configuration }),
          modelLimitMetrics.flatMap(({ limit, key }) => {
            const sold = rate_limits[limit];
            return sold === "unlimited" ? [] : [`${key}-80 ${(sold * 80) / 100}`, `${key}-100 ${sold}`];
          }),
        );
      }),
      { numRuns: 30 },
    );
  });
});
